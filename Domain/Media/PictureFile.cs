namespace News.Domain.Media;

/// <summary>One file of a picture.</summary>
/// <param name="File">Its name below <c>media/{assetId}/{pipelineVersion}/</c>.</param>
/// <param name="Type">Media type.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Bytes">Its length.</param>
public sealed record PictureFile(string File, string Type, int Width, int Height, long Bytes);
