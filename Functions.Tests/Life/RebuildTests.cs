using Microsoft.Extensions.Time.Testing;
using News.Domain;
using News.Domain.Lists;
using News.Domain.Projection;
using News.Functions.Storage;
using News.Functions.Storage.Articles;
using News.Functions.Tests.Storage;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Life;

/// <summary>Whatever has happened to lists and slugs, a rebuild makes them what the articles say. And a schedule raced for is kept once.</summary>
public class RebuildTests
{
    private const int Articles = 130;
    private const int Races = 500;
    private static readonly Precondition.Exists _there = new();
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Rebuild_leaves_no_difference(int seed)
    {
        var store = new MemoryStore(_time);
        var desk = new Desk(store, _time);
        await desk.Site.PutSection(new("moi-truong", "Môi trường", 1, 0), new Precondition.Create(), default);
        for (var n = 0; n < Articles; n++)
            await Make(desk, n);
        Assert.Empty(await DerivedDocuments.Differences(store));
        await Damage(store, new(seed));
        Assert.InRange((await DerivedDocuments.Differences(store)).Count, Articles, int.MaxValue);
        Assert.Equal(Articles, await Run(desk.Rebuild));
        Assert.Empty(await DerivedDocuments.Differences(store));
    }

    [Fact]
    public async Task Two_instances_racing_for_a_due_article_publish_it_once()
    {
        for (var seed = 0; seed < Races; seed++)
        {
            var time = new FakeTimeProvider();
            var store = new MemoryStore(time);
            var desk = new Desk(store, time);
            await desk.Site.PutSection(new("moi-truong", "Môi trường", 1, 0), new Precondition.Create(), default);
            var at = time.GetUtcNow().AddHours(1);
            await desk.Articles.Save("bai-mot", Sample.Draft(), new Precondition.Create(), null, default);
            await desk.Articles.Change("bai-mot", head => head.Schedule(at, time.GetUtcNow()), "schedule", _there, null, default);
            time.Advance(TimeSpan.FromHours(5));
            await new Interleaving(store, seed, 0).Run(Instance(time), Instance(time));
            var published = Assert.Single(DerivedDocuments.Heads(store));
            Assert.Equal((3, at), (published.Version, published.Published?.At));
            Assert.Empty(await DerivedDocuments.Differences(store));
        }
    }

    private static Func<IDocumentStore, Task> Instance(FakeTimeProvider time) => store => LifeSteps.Due(store, new(store, time), time);

    /// <summary>Drafts, scheduled, published, edited, renamed and withdrawn ones in turn.</summary>
    private async Task Make(Desk desk, int n)
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        var slug = $"bai-{n}";
        await desk.Articles.Save(slug, Sample.Draft($"Bài {n}") with { Tags = [$"thẻ {n % 7}"] }, new Precondition.Create(), null, default);
        if (n % 6 == 1)
            await desk.Articles.Change(slug, head => head.Schedule(_time.GetUtcNow().AddDays(1), _time.GetUtcNow()), "schedule", _there, null, default);
        if (n % 6 >= 2)
            await desk.Articles.Publish(slug, null, _there, null, default);
        if (n % 6 == 3)
            await desk.Articles.Save(slug, Sample.Draft($"Bài {n} mới"), _there, null, default);
        if (n % 6 == 4)
            await desk.Articles.Rename(slug, $"moi-{n}", _there, null, default);
        if (n % 6 == 5)
            await desk.Articles.Change(slug, head => head.Withdraw("Sai.", _time.GetUtcNow()), "withdraw", _there, null, default);
    }

    /// <summary>Deletes, falsifies or doubles half of all that follows from articles; the catalog says which articles there are.</summary>
    private async Task Damage(MemoryStore store, Random random)
    {
        foreach (var (partition, id, body) in store.Everything().Where(document => DerivedDocuments.Includes(document.Partition, document.Id)))
        {
            if (partition == WantedDocuments.Catalog)
                continue;
            var change = random.Next(6) switch
            {
                var card when id == ArticleKeys.Card => card < 3 ? Change.Delete(id) : Change.Put(id, "{}"u8.ToArray()),
                0 => Change.Delete(id),
                1 => id == SlugAnswer.DocumentId ? Change.Delete(id) : Change.Put(id, "{}"u8.ToArray()),
                2 when id != SlugAnswer.DocumentId => Change.Put(Feed.EntryId(_time.GetUtcNow().AddDays(-random.Next(1, 99)), id[^32..]), body),
                3 when id != SlugAnswer.DocumentId => Change.Put(Feed.EntryId(_time.GetUtcNow(), $"{random.Next():x32}"), body),
                _ => Change.Put("orphan", body),
            };
            if (change.Id != "orphan" || id != SlugAnswer.DocumentId)
                await store.Commit(partition, [change], default);
        }
    }

    private static async Task<int> Run(Rebuild rebuild)
    {
        var articles = 0;
        string? after = null;
        do
            after = await rebuild.Articles(after, count => articles += count, default);
        while (after is not null);
        foreach (var list in await rebuild.Lists(default))
            await rebuild.RemoveOrphans(list, default);
        return articles;
    }
}
