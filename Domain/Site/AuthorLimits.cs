namespace News.Domain.Site;

/// <summary>What an author may have.</summary>
public static class AuthorLimits
{
    /// <summary>Slugs, former ones counted.</summary>
    public const int Slugs = 20;

    /// <summary>Names, former ones counted.</summary>
    public const int Names = 20;

    /// <summary>Other pages about the same person.</summary>
    public const int SameAs = 20;
}
