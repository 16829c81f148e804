namespace News.Functions.Media.Library;

/// <summary>A page of the library.</summary>
/// <param name="NextCursor">Where it goes on; null at its end.</param>
public sealed record MediaList(IReadOnlyList<IListedMedia> Items, string? NextCursor);
