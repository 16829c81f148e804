using News.Domain.Reading.Pictures;

namespace News.Domain.Reading;

/// <summary>An author as readers get it.</summary>
public sealed record AuthorView(
    string Slug, string Name, string? Role, string? Bio, PictureView? Photo, IReadOnlyList<string> SameAs, string Url);
