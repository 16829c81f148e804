namespace News.Functions.Tests.Support;

/// <summary>A headline beside a real article, and where an editor would put it.</summary>
public sealed record Headline(string Slug, string Title, string Section, string Format, string Tag);
