using News.Domain.Projection;

namespace News.Functions.Newsroom;

/// <summary>A page of the newsroom's articles.</summary>
/// <param name="NextCursor">Where it goes on; null at its end.</param>
public sealed record DraftList(IReadOnlyList<DeskEntry> Items, string? NextCursor);
