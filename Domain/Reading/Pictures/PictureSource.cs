namespace News.Domain.Reading.Pictures;

/// <summary>One file type of a picture, in several widths.</summary>
/// <param name="Type">Media type.</param>
/// <param name="Srcset">As the HTML attribute takes it.</param>
public sealed record PictureSource(string Type, string Srcset);
