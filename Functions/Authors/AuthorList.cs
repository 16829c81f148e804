namespace News.Functions.Authors;

/// <summary>Authors for the newsroom.</summary>
public sealed record AuthorList(IReadOnlyList<AuthorRequest> Items);
