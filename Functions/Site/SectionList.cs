namespace News.Functions.Site;

/// <summary>Sections for readers.</summary>
public sealed record SectionList(IReadOnlyList<SectionList.Item> Items)
{
    public sealed record Item(string Slug, string Name, int Order);
}
