namespace News.Domain.Projection;

/// <summary>A document outside the article's own partition that follows from its head.</summary>
/// <param name="Partition">Where it lives.</param>
/// <param name="Id">Its id there.</param>
/// <param name="Value">What it says: a <c>CardEntry</c>, <see cref="SlugAnswer"/>, <see cref="DeskEntry"/> or <see cref="CatalogEntry"/>.</param>
public sealed record ProjectedDocument(string Partition, string Id, object Value)
{
    /// <summary>Partition and id in one word, as a head keeps it in <c>keys</c>.</summary>
    public string Key => $"{Partition}/{Id}";
}
