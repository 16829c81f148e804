namespace News.Functions.Storage.Sqlite;

/// <summary>A commit that waits for the writer, and the caller who waits for its answer.</summary>
internal sealed class QueuedCommit(string pk, IReadOnlyList<Change> changes)
{
    // Callers go on elsewhere: the writer's thread is for writing.
    private readonly TaskCompletionSource<CommitResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _claimed;

    public string Pk => pk;

    public IReadOnlyList<Change> Changes => changes;

    /// <summary>Bytes of all bodies.</summary>
    public int Bytes => changes.Sum(change => change.Body?.Length ?? 0);

    /// <summary>What came of it, once it is durable or refused.</summary>
    public Task<CommitResult> Answer => _answer.Task;

    /// <summary>What will be told as soon as the transaction is durable.</summary>
    public CommitResult? Result { get; set; }

    /// <summary>
    /// Whoever claims it first, the writer or the caller's cancellation, decides. So a cancelled commit is never made, and one
    /// that is being made is answered; its bodies are not read after the caller has gone on.
    /// </summary>
    public bool Claim() => Interlocked.Exchange(ref _claimed, 1) == 0;

    /// <summary>Gives up, unless the writer is at it already.</summary>
    public void Cancel(CancellationToken ct)
    {
        if (Claim())
            _answer.SetCanceled(ct);
    }

    /// <summary>Tells the caller the result.</summary>
    public void Finish() => _answer.SetResult(Result!);

    /// <summary>Tells the caller that it could not be made.</summary>
    public void Fail(Exception why) => _answer.SetException(why);
}
