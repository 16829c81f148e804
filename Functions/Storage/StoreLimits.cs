namespace News.Functions.Storage;

/// <summary>What every engine behind <see cref="IDocumentStore"/> holds to.</summary>
public static class StoreLimits
{
    /// <summary>Changes in one commit.</summary>
    public const int ChangesPerCommit = 100;

    /// <summary>UTF-8 bytes of all bodies in one commit; Cosmos takes 2 MB with its own overhead.</summary>
    public const int CommitBytes = 1_500_000;

    /// <summary>Documents in one page.</summary>
    public const int PageItems = 100;

    /// <summary>Bytes of bodies in one page; what does not fit comes with the next one.</summary>
    public const int PageBytes = 4_000_000;

    /// <summary>Characters of a partition key or an id.</summary>
    public const int KeyLength = 255;
}
