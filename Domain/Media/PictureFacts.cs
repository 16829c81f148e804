using System.Text.Json.Serialization;
using News.Domain.Media.Videos;

namespace News.Domain.Media;

/// <summary>What articles and lists keep of a picture's asset, so that they can show it, every address of it, without asking for the asset.</summary>
/// <param name="Version">Of the pipeline that made the files.</param>
/// <param name="Text">What the asset says where the reference says nothing.</param>
/// <param name="Focus">The point its crops are made around, as <see cref="PictureFiles.FocusKey"/> writes it.</param>
/// <param name="Focuses">Other points around which it has crops too.</param>
/// <param name="Video">The video whose poster it is.</param>
public sealed record PictureFacts(
    int Version,
    int Width,
    int Height,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Animated,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Transparent,
    string ThumbHash,
    string Color,
    string Focus,
    MediaText Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Focuses = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] VideoFacts? Video = null);
