namespace News.Domain.Media.Videos;

/// <summary>A video in one of its sizes.</summary>
/// <param name="Name">As its files are called: 360, 720 or 1080, after the screens it is for.</param>
public sealed record VideoRendition(string Name, int Width, int Height);
