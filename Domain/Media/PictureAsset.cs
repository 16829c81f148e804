using News.Domain.Blocks;

namespace News.Domain.Media;

/// <summary>A picture that is ready: everything a page needs to show it.</summary>
/// <param name="Id">See <see cref="AssetId"/>.</param>
/// <param name="PipelineVersion">Which version of the pipeline made the files; part of their address.</param>
/// <param name="Width">Of the original, upright, in pixels.</param>
/// <param name="Height">Of the original, upright, in pixels.</param>
/// <param name="Transparent">Whether any pixel is; then there is PNG instead of JPEG.</param>
/// <param name="ThumbHash">Base64 of a preview of about 25 bytes.</param>
/// <param name="Color">Dominant colour, <c>#rrggbb</c>.</param>
/// <param name="Focus">The point of interest that the crops were made around, given or detected.</param>
/// <param name="Text">What the file itself said.</param>
/// <param name="Files">The whole picture: by type in the order a browser should prefer, narrowest first within a type.</param>
/// <param name="Crops">The same for <c>1:1</c>, <c>4:3</c>, <c>16:9</c> and <c>1200x630</c>.</param>
public sealed record PictureAsset(
    string Id,
    int PipelineVersion,
    int Width,
    int Height,
    bool Animated,
    bool Transparent,
    string ThumbHash,
    string Color,
    FocusPoint Focus,
    MediaText Text,
    IReadOnlyList<PictureFile> Files,
    IReadOnlyDictionary<string, IReadOnlyList<PictureFile>> Crops);
