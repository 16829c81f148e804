namespace News.Functions.SampleSite;

/// <summary>A section of the sample site; its articles are in the file of its slug.</summary>
public sealed record SampleSection(string Slug, string Name);
