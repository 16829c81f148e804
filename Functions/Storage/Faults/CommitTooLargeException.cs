namespace News.Functions.Storage.Faults;

/// <summary>The bodies of a commit are more than <see cref="StoreLimits.CommitBytes"/>; nothing was written.</summary>
public sealed class CommitTooLargeException(long bytes)
    : Exception($"A commit of {bytes} bytes is over the limit of {StoreLimits.CommitBytes}.");
