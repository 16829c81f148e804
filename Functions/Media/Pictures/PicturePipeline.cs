using News.Domain.Blocks;
using News.Domain.Media;

namespace News.Functions.Media.Pictures;

/// <summary>From a picture as it was dropped to every file of it.</summary>
public sealed class PicturePipeline
{
    /// <summary>Raised when the files it makes change: part of their address, which is cached for ever.</summary>
    public const int Version = 1;

    /// <summary>Makes all files of a picture.</summary>
    /// <param name="originalPath">The file as it was dropped.</param>
    /// <param name="workFolder">An empty folder; afterwards it holds exactly the files the answer names.</param>
    /// <param name="focus">The point that crops keep; null has it detected.</param>
    /// <exception cref="MediaRejectedException">It can never be processed. Anything else may pass.</exception>
    public Task<PictureAsset> Make(string originalPath, string workFolder, FocusPoint? focus, CancellationToken ct) =>
        throw new NotSupportedException();

    /// <summary>Makes the crops again around another point; their names differ from those around any other.</summary>
    /// <returns>The asset with that focus and those crops; its other files are not made again.</returns>
    /// <exception cref="MediaRejectedException">It can never be processed.</exception>
    public Task<PictureAsset> Crop(PictureAsset asset, string originalPath, string workFolder, FocusPoint focus, CancellationToken ct) =>
        throw new NotSupportedException();
}
