using System.Buffers;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage;

/// <summary>The port's preconditions, checked alike by every engine before it does anything.</summary>
public static class StoreRules
{
    private static readonly SearchValues<char> _keyCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:._-");

    /// <exception cref="ArgumentException">A key part is empty, too long or has a character that is not allowed.</exception>
    public static void CheckKey(string part)
    {
        // A lone dot or two are folded away where a key is part of an address.
        if (part.Length is 0 or > StoreLimits.KeyLength || part is "." or ".." || part.AsSpan().ContainsAnyExcept(_keyCharacters))
            throw new ArgumentException($"'{part}' cannot be a partition key or an id.", nameof(part));
    }

    /// <exception cref="ArgumentException">Too many or too few changes, an id twice, a bad id or time-to-live.</exception>
    /// <exception cref="CommitTooLargeException">More bytes than the limit.</exception>
    public static void CheckCommit(string pk, IReadOnlyList<Change> changes)
    {
        CheckKey(pk);
        if (changes.Count is 0 or > StoreLimits.ChangesPerCommit)
            throw new ArgumentException($"A commit has 1 to {StoreLimits.ChangesPerCommit} changes, not {changes.Count}.", nameof(changes));
        foreach (var change in changes)
            CheckChange(change);
        if (changes.Count > 1 && changes.DistinctBy(change => change.Id).Count() != changes.Count)
            throw new ArgumentException("A commit changes an id once.", nameof(changes));
        var bytes = changes.Sum(change => (long)(change.Body?.Length ?? 0));
        if (bytes > StoreLimits.CommitBytes)
            throw new CommitTooLargeException(bytes);
    }

    /// <exception cref="ArgumentException">A bad key, bound or size.</exception>
    public static void CheckPage(string pk, PageRange range)
    {
        CheckKey(pk);
        if (range.From is { } from) CheckKey(from);
        if (range.To is { } to) CheckKey(to);
        if (range.Take is < 1 or > StoreLimits.PageItems)
            throw new ArgumentException($"A page has 1 to {StoreLimits.PageItems} documents, not {range.Take}.", nameof(range));
    }

    private static void CheckChange(Change change)
    {
        CheckKey(change.Id);
        if (change is { Body: null, Expect.MustBeAbsent: true })
            throw new ArgumentException("A delete expects an ETag, or nothing.", nameof(change));
        if (change.TimeToLive is { } life && (life < TimeSpan.FromSeconds(1) || life.Ticks % TimeSpan.TicksPerSecond != 0))
            throw new ArgumentException("A time-to-live is a whole number of seconds, at least one.", nameof(change));
    }
}
