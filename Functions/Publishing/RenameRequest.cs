namespace News.Functions.Publishing;

/// <summary>What an article is called from now on.</summary>
public sealed record RenameRequest(string Slug = "");
