using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using News.Domain;
using News.Domain.Projection;
using News.Functions.Storage;
using News.Functions.Storage.Articles;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Storage;

/// <summary>The write algorithm under random interleavings and crashes: after repair every list says what the heads say.</summary>
public class ProjectionModelTests
{
    private const string Slug = "bai-viet";
    private static readonly int _histories = Repository.Soak ? 200_000 : 10_000;
    private static readonly string[] _derived = ["feed:", "slug:", "desk:", "catalog"];

    [Fact]
    public async Task No_interleaving_leaves_a_list_wrong_after_repair()
    {
        var wrong = await Histories(_histories, (store, time) => new(async () => await new Desk(store, time).Repair.Run(null, default)), Operations);
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Without_pending_lists_stay_wrong_and_this_test_would_see_it()
    {
        var wrong = await Histories(500, (store, _) => new NaiveDesk(store).Repair, NaiveOperations);
        Assert.True(wrong.Count > 50, $"only {wrong.Count} of 500 histories were wrong");
    }

    private static async Task<List<string>> Histories(
        int count, Func<IDocumentStore, TimeProvider, Func<Task>> repair, Func<Random, FakeTimeProvider, Func<IDocumentStore, Task>[]> operations)
    {
        var wrong = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForAsync(0, count, async (seed, _) =>
        {
            var time = new FakeTimeProvider();
            var store = new MemoryStore(time);
            var desk = new Desk(store, time);
            await desk.Site.PutSection(new("moi-truong", "Môi trường", 1, 0), new Precondition.Create(), default);
            await desk.Articles.Save(Slug, Sample.Draft(), new Precondition.Create(), null, default);
            var random = new Random(seed);
            await new Interleaving(store, seed, random.Next(3) * 0.03).Run(operations(random, time));
            await repair(store, time)();
            if (await Difference(store, desk.Reader) is { } difference)
                wrong.Add($"seed {seed}: {difference}");
        });
        return [.. wrong];
    }

    /// <summary>Two or three of: save with other tags, publish, repair while others write.</summary>
    private static Func<IDocumentStore, Task>[] Operations(Random random, FakeTimeProvider time) =>
        [.. Enumerable.Range(0, random.Next(2, 4)).Select(n => Operation(random.Next(5), $"thẻ {random.Next(3)}", time))];

    private static Func<IDocumentStore, Task> Operation(int kind, string tag, FakeTimeProvider time) => async store =>
    {
        time.Advance(TimeSpan.FromMilliseconds(1));
        var desk = new Desk(store, time);
        if (kind == 0)
            await desk.Repair.Run(TimeSpan.Zero, default);
        else if (kind <= 2)
            await desk.Articles.Save(Slug, Sample.Draft() with { Tags = [tag] }, new Precondition.Exists(), null, default);
        if (kind >= 2)
            await desk.Articles.Publish(Slug, null, new Precondition.Exists(), null, default);
    };

    private static Func<IDocumentStore, Task>[] NaiveOperations(Random random, FakeTimeProvider time) =>
        [.. Enumerable.Range(0, 2).Select(n => (Func<IDocumentStore, Task>)(store =>
        {
            time.Advance(TimeSpan.FromMilliseconds(1));
            return new NaiveDesk(store).Retag(Slug, $"tag-{n}", time.GetUtcNow());
        }))];

    /// <summary>Null when the derived documents are exactly those that follow from the head, and no intent is left.</summary>
    private static async Task<string?> Difference(MemoryStore store, ArticleReader reader)
    {
        var id = (await reader.Slug(Slug, default))!.ArticleId;
        var head = (await reader.Head(id, default))!.Head;
        var wanted = WantedDocuments.Of(head, await reader.PublishedContent(head, default))
            .ToDictionary(document => document.Key, document => JsonSerializer.Serialize(document.Value, document.Value.GetType(), NewsJson.Wire));
        var there = store.Everything().Where(document => _derived.Any(prefix => document.Partition.StartsWith(prefix, StringComparison.Ordinal)))
            .ToDictionary(document => $"{document.Partition}/{document.Id}", document => System.Text.Encoding.UTF8.GetString(document.Body.Span));
        var wrong = wanted.Where(pair => there.GetValueOrDefault(pair.Key) != pair.Value).Select(pair => $"wrong or missing {pair.Key}")
            .Concat(there.Keys.Except(wanted.Keys).Select(key => $"left over {key}"))
            .Concat(store.Everything().Where(document => document.Partition == Intent.Partition).Select(document => $"intent {document.Id}"));
        return wrong.FirstOrDefault();
    }
}
