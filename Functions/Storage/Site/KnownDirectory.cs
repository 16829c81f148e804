using News.Domain.Site;

namespace News.Functions.Storage.Site;

/// <summary>A directory with the documents it was made of.</summary>
internal sealed class KnownDirectory(List<Document> documents, SiteDirectory directory)
{
    public SiteDirectory Directory => directory;

    /// <summary>Whether these are the same documents in the same versions.</summary>
    public bool IsOf(List<Document> others) => documents.Select(Version).SequenceEqual(others.Select(Version));

    private static (string Id, string ETag) Version(Document document) => (document.Id, document.ETag);
}
