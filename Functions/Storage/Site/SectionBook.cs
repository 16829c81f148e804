using News.Domain.Site;

namespace News.Functions.Storage.Site;

/// <summary>All sections of the site, as one document.</summary>
public sealed record SectionBook(IReadOnlyList<Section> Sections);
