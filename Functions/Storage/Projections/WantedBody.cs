using News.Domain.Lists;
using News.Domain.Media;
using News.Domain.Projection;

namespace News.Functions.Storage.Projections;

/// <summary>A document that follows from an article, as it is stored.</summary>
/// <param name="Document">Where it lives and what it says.</param>
/// <param name="Body">The same as JSON.</param>
public sealed record WantedBody(ProjectedDocument Document, byte[] Body)
{
    public string Partition => Document.Partition;

    public string Id => Document.Id;

    /// <summary>As a head keeps it.</summary>
    public string Key { get; } = Document.Key;

    public bool IsCard => Document.Value is CardEntry;

    public bool IsUse => Document.Value is MediaUse;

    public bool IsSlug => Document.Value is SlugAnswer;
}
