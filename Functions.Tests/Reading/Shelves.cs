using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using News.Functions.Reading.Cache;
using News.Functions.Storage;
using News.Functions.Storage.Stamps;
using News.Functions.Tests.Support;

namespace News.Functions.Tests.Reading;

/// <summary>A cache over a store in memory, as one process has them.</summary>
public sealed class Shelves
{
    private readonly Recorder _recorder = new();

    public Shelves(long bytes = 1_000_000, TimeSpan? maxAge = null, Func<IDocumentStore, IDocumentStore>? between = null)
    {
        var counters = new ChangeCounters();
        IDocumentStore memory = new MemoryStore(Time);
        Store = new(between is null ? memory : between(memory), counters, _recorder);
        Cache = new(new(bytes, maxAge), counters, _recorder, Time);
    }

    public FakeTimeProvider Time { get; } = new();

    public WatchedStore Store { get; }

    public ReadingCache Cache { get; }

    /// <summary>How often the store was asked for a view.</summary>
    public int Loads { get; private set; }

    /// <summary>A view of one document: its text.</summary>
    public async ValueTask<string?> View(string pk, CancellationToken ct = default) =>
        (await Cache.Get(new("view", pk), pk, Read, ct))?.Text;

    /// <summary>A view made of other views.</summary>
    public async ValueTask<string?> Page(params string[] views) => (await Cache.Get(
        new("page", string.Join(' ', views)),
        views,
        async (parts, ct) =>
        {
            List<string?> texts = [];
            foreach (var part in parts)
                texts.Add(await View(part, ct));
            return new Note(string.Join(' ', texts));
        },
        default))?.Text;

    public async Task Write(string pk, string text) =>
        await Store.Commit(pk, [Change.Put("d", JsonSerializer.SerializeToUtf8Bytes(text))], default);

    private async ValueTask<Note?> Read(string pk, CancellationToken ct)
    {
        Loads++;
        return await Store.Read(pk, "d", ct) is { } document ? new(JsonSerializer.Deserialize<string>(Encoding.UTF8.GetString(document.Body.Span))!) : null;
    }
}
