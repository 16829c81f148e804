namespace News.Domain.Reading.Pictures;

/// <summary>A picture cut to a ratio around its point of interest.</summary>
public sealed record PictureCrop(string Src, IReadOnlyList<PictureSource> Sources);
