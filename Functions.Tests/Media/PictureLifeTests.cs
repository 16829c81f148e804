using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Time.Testing;
using Moq;
using News.Domain;
using News.Functions.Media.Processing;
using News.Functions.Storage;
using News.Functions.Storage.Faults;
using News.Functions.Tests.Life;
using News.Functions.Tests.Storage;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Media;

/// <summary>Pictures change and go while articles that show them come and go.</summary>
public class PictureLifeTests
{
    private const string Slug = "bai-mot";
    private static readonly Precondition.Exists _there = new();

    public static TheoryData<BreakingStore.Breakage> Breakages() => [.. Enum.GetValues<BreakingStore.Breakage>()];

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task Repair_shows_new_words_everywhere_whichever_commit_went_wrong(BreakingStore.Breakage breakage)
    {
        var commits = 0;
        for (var broke = true; broke; commits++)
        {
            var (store, time) = await WithPublishedPicture();
            var breaking = new BreakingStore(store, commits + 1, breakage);
            var done = await Succeeds(new Desk(breaking, time).Users.Change(Sample.Asset, asset => asset with { Text = new("mới") }, default), time);
            await new Desk(store, time).Repair.Run(null, default);
            Assert.True(await DerivedDocuments.Differences(store) is [], $"commit {commits + 1}");
            var alt = (await new Desk(store, time).Assets.Read(Sample.Asset, default))!.Asset.Text.Alt;
            Assert.True(!done || alt == "mới", $"commit {commits + 1}: told that it was done");
            broke = breaking.IsBroken;
        }

        Assert.InRange(commits, 6, 60);
    }

    [Fact]
    public async Task Published_article_never_shows_a_deleted_picture_nor_old_words()
    {
        var (published, deleted) = (0, 0);
        for (var seed = 0; seed < (Repository.Soak ? 20_000 : 1_000); seed++)
        {
            var time = new FakeTimeProvider();
            var store = new MemoryStore(time);
            var desk = await Start(store, time);
            await desk.Articles.Save(Slug, Sample.Draft() with { Cover = seed % 2 == 0 ? new(Sample.Asset) : null }, new Precondition.Create(), null, default);
            await new Interleaving(store, seed, seed % 3 == 0 ? 0.02 : 0).Run(
                own => SaveAndPublish(new(own, time)),
                own => Removal(own, time).Remove(Sample.Asset, default),
                own => new Desk(own, time).Users.Change(Sample.Asset, asset => asset with { Text = new("mới") }, default));
            await desk.Repair.Run(null, default);
            var head = DerivedDocuments.Heads(store).Single();
            var asset = (await desk.Assets.Read(Sample.Asset, default))?.Asset;
            var shows = head.Published is not null && head.PublishedAssets.Contains(Sample.Asset);
            Assert.False(shows && asset is null or { Deleting: true }, $"seed {seed}: published without its picture");
            Assert.True(await DerivedDocuments.Differences(store) is [], $"seed {seed}: {string.Join(", ", await DerivedDocuments.Differences(store))}");
            published += shows ? 1 : 0;
            deleted += asset is null ? 1 : 0;
        }

        Assert.True(published > 50 && deleted > 50, $"{published} published, {deleted} deleted");
    }

    [Fact]
    public async Task Removal_that_is_taken_back_writes_again_what_was_written_without_the_picture()
    {
        var (store, time) = await WithPublishedPicture();
        var desk = new Desk(store, time);
        var marked = await desk.Assets.Change(Sample.Asset, asset => asset with { Deleting = true }, default);
        await desk.Rebuild.Article(DerivedDocuments.Heads(store).Single().Id, default);
        await Removal(store, time).Resume(marked!, default);
        Assert.False((await desk.Assets.Read(Sample.Asset, default))!.Asset.Deleting);
        Assert.Empty(await DerivedDocuments.Differences(store));
    }

    [Fact]
    public async Task Removal_of_what_is_not_there_leaves_no_note()
    {
        var time = new FakeTimeProvider();
        var store = new MemoryStore(time);
        var failure = await Assert.ThrowsAsync<Failure>(() => Removal(store, time).Remove(Sample.Asset, default));
        Assert.Equal(FailureCode.NotFound, failure.Code);
        Assert.Empty(store.Everything());
    }

    private static async Task SaveAndPublish(Desk desk)
    {
        await desk.Articles.Save(Slug, Sample.Draft("Khác") with { Cover = new(Sample.Asset) }, _there, null, default);
        await desk.Articles.Publish(Slug, null, _there, null, default);
    }

    private static async Task<(MemoryStore Store, FakeTimeProvider Time)> WithPublishedPicture()
    {
        var time = new FakeTimeProvider();
        var store = new MemoryStore(time);
        var desk = await Start(store, time);
        await desk.Articles.Save(Slug, Sample.Draft() with { Cover = new(Sample.Asset) }, new Precondition.Create(), null, default);
        await desk.Articles.Publish(Slug, null, _there, null, default);
        return (store, time);
    }

    private static async Task<Desk> Start(MemoryStore store, FakeTimeProvider time)
    {
        var desk = new Desk(store, time);
        await desk.Site.PutSection(new("moi-truong", "Môi trường", 1, 0), new Precondition.Create(), default);
        await desk.Assets.Add(Sample.Picture(), null, default);
        return desk;
    }

    private static async Task<bool> Succeeds(Task work, FakeTimeProvider time)
    {
        try
        {
            while (!work.IsCompleted)
                time.Advance(TimeSpan.FromMilliseconds(20));
            await work;
            return true;
        }
        catch (Exception fault) when (fault is CrashException or CommitUnknownException or StoreUnavailableException)
        {
            return false;
        }
    }

    /// <summary>Over containers that are empty; only documents are looked at here.</summary>
    private static AssetRemoval Removal(IDocumentStore store, TimeProvider time)
    {
        var container = new Mock<BlobContainerClient>();
        container.Setup(blobs => blobs.GetBlobsAsync(It.IsAny<GetBlobsOptions>(), It.IsAny<CancellationToken>()))
            .Returns(AsyncPageable<BlobItem>.FromPages([]));
        var account = new Mock<BlobServiceClient>();
        account.Setup(service => service.GetBlobContainerClient(It.IsAny<string>())).Returns(container.Object);
        var desk = new Desk(store, time);
        return new(desk.Assets, desk.Users, new(new(account.Object, new(null, "toasoan", null))));
    }
}
