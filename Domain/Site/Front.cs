namespace News.Domain.Site;

/// <summary>What an editor put first on a page, by article id; what readers cannot see any more falls out by itself.</summary>
/// <param name="Version">Raised by every change; the newsroom's ETag.</param>
public sealed record Front(IReadOnlyList<string> Pinned, int Version)
{
    /// <summary>How many articles can be pinned.</summary>
    public const int MaxPinned = 20;
}
