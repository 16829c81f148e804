using News.Functions.Storage.Faults;

namespace News.Functions.Storage;

/// <summary>
/// The one door to stored JSON documents, each in a partition. Anything a reader waits for is a few point reads or one page of one
/// partition; there is no scan, no join and no query across partitions. Safe to call from any thread.
/// </summary>
/// <remarks>
/// A key part (<c>pk</c>, <c>id</c>) is 1 to 255 characters of ASCII <c>[A-Za-z0-9:._-]</c>, not a lone dot or two; another is an <see cref="ArgumentException"/>.
/// Bodies come back as the same JSON; its spelling may differ by engine, and numbers hold only as far as a double.
/// A document past its time-to-live is absent at once: to reads, pages and expectations.
/// Every method throws <see cref="StoreUnavailableException"/> when the engine cannot serve now and
/// <see cref="OperationCanceledException"/> when <c>ct</c> fires first.
/// </remarks>
public interface IDocumentStore
{
    /// <summary>The document, or null where there is none.</summary>
    ValueTask<Document?> Read(string pk, string id, CancellationToken ct);

    /// <summary>
    /// Up to <see cref="StoreLimits.ChangesPerCommit"/> changes of one partition, all or nothing, one change per id,
    /// <see cref="StoreLimits.CommitBytes"/> of UTF-8 in all. Deleting what is not there with <see cref="Expectation.Any"/> succeeds.
    /// </summary>
    /// <returns>The new ETags, or the first change (by order) whose expectation did not hold and what was there.</returns>
    /// <exception cref="CommitTooLargeException">More bytes than the limit; nothing was written.</exception>
    /// <exception cref="CommitUnknownException">
    /// The engine did not say whether it committed. A cancelled commit is likewise unknown: read back before acting on it.
    /// </exception>
    ValueTask<CommitResult> Commit(string pk, IReadOnlyList<Change> changes, CancellationToken ct);

    /// <summary>One page of a partition in ordinal order of ids, at most <see cref="StoreLimits.PageBytes"/>.</summary>
    ValueTask<DocumentPage> Page(string pk, PageRange range, CancellationToken ct);
}
