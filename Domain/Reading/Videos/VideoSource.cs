namespace News.Domain.Reading.Videos;

/// <summary>A video whole, in one size.</summary>
/// <param name="Height">In pixels.</param>
public sealed record VideoSource(int Height, string Url);
