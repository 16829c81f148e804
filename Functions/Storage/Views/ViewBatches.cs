using System.Globalization;
using System.Text.Json;
using News.Domain.Articles;
using News.Domain.MostRead;
using News.Domain.MostRead.Sketches;
using News.Functions.Storage.Faults;
using News.Functions.Storage.MostRead;

namespace News.Functions.Storage.Views;

/// <summary>
/// Stores views in natural batches: a commit starts as soon as the last one has ended and carries all that came meanwhile, so the
/// busier it is the larger the batches, and alone a view waits for nobody. Each batch is a document of this instance's own.
/// </summary>
/// <param name="linger">How long a commit waits for company, where each one costs.</param>
public sealed class ViewBatches(IDocumentStore store, Patience patience, TimeProvider time, TimeSpan linger)
{
    private const int PartBytes = 1_000_000;
    private const int InstanceDigits = 8;

    private readonly string _instance = Guid.NewGuid().ToString("N")[..InstanceDigits];
    private readonly Lock _lock = new();
    private Batch _waiting = new();
    private bool _committing;
    private int _batches;

    /// <summary>Puts a view in the next batch.</summary>
    /// <returns>
    /// Ends when the view is stored, or with <see cref="StoreUnavailableException"/> or <see cref="CommitUnknownException"/>; the same view
    /// may then be sent again, for it counts once. Null, with nothing done, when <see cref="MostReadLimits.Waiting"/> views wait already.
    /// </returns>
    public Task? Add(View view)
    {
        lock (_lock)
        {
            if (_waiting.Views.Count >= MostReadLimits.Waiting)
                return null;
            _waiting.Views.Add(view);
            if (!_committing)
            {
                _committing = true;
                // Its own flow: what is traced here belongs to no single request.
                using (ExecutionContext.SuppressFlow())
                    _ = Task.Run(CommitAll);
            }

            return _waiting.Stored.Task;
        }
    }

    private async Task CommitAll()
    {
        while (true)
        {
            if (linger > TimeSpan.Zero)
                await Task.Delay(linger, time);
            if (TakeWaiting() is not { } batch)
                return;
            try
            {
                await Commit(batch.Views);
                batch.Stored.SetResult();
            }
            catch (Exception fault)
            {
                batch.Stored.SetException(fault);
            }
        }
    }

    private Batch? TakeWaiting()
    {
        lock (_lock)
        {
            if (_waiting.Views.Count == 0)
            {
                _committing = false;
                return null;
            }

            var taken = _waiting;
            _waiting = new();
            return taken;
        }
    }

    /// <summary>By the hour each view was made for: that of its reader's mark.</summary>
    private async Task Commit(List<View> views)
    {
        foreach (var hour in views.GroupBy(view => view.Hour))
        {
            foreach (var part in SketchBookFormat.Write(SketchBook.Of(hour), PartBytes))
                await Put(MostReadKeys.Views(hour.Key), part);
        }
    }

    private async Task Put(string partition, byte[] views)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{Instant.Sortable(time.GetUtcNow())}-{_instance}-{++_batches}");
        var body = JsonSerializer.SerializeToUtf8Bytes(new StoredViews(views), NewsJson.Wire.StoredViews);
        // Not the requests' tokens: whoever leaves must not take the others' views along. The same document again changes nothing.
        await patience.Try(
            () => store.Commit(partition, [Change.Put(id, body, timeToLive: MostReadKeys.Kept)], CancellationToken.None), CancellationToken.None);
    }

    private sealed class Batch
    {
        public List<View> Views { get; } = [];

        public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
