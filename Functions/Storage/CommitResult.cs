namespace News.Functions.Storage;

/// <summary>How a commit ended.</summary>
public abstract record CommitResult
{
    private CommitResult()
    {
    }

    /// <summary>All changes are durable.</summary>
    /// <param name="ETags">One per change, in order; null where it deleted.</param>
    public sealed record Done(IReadOnlyList<string?> ETags) : CommitResult;

    /// <summary>Nothing was changed: the change at <paramref name="Index"/> found something else than it expected.</summary>
    public sealed record Refused(int Index, Refusal Why) : CommitResult;
}
