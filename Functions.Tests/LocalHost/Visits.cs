using System.Collections.Concurrent;

namespace News.Functions.Tests.LocalHost;

/// <summary>What toys note about their calls, for a test to look at.</summary>
internal sealed class Visits
{
    private static readonly TimeSpan _deadline = TimeSpan.FromSeconds(20);

    private readonly ConcurrentQueue<string> _notes = [];

    public IReadOnlyList<string> Notes => [.. _notes];

    public void Add(string note) => _notes.Enqueue(note);

    public Task Until(int count) => Until(() => _notes.Count >= count);

    /// <summary>Waits for what another thread does soon, and fails when it does not.</summary>
    public static async Task Until(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(_deadline);
        while (!condition())
            await Task.Delay(1, deadline.Token);
    }
}
