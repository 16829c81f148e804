using System.Text;
using System.Text.Json.Nodes;
using News.Domain;
using News.Domain.MostRead;
using News.Functions.Pages;
using News.Functions.Storage.Articles;
using News.Functions.Storage.MostRead;
using News.Functions.Storage.Stamps;
using News.Functions.Storage.Views;
using News.Functions.Tests.Reading;
using Xunit;

namespace News.Functions.Tests.MostRead;

/// <summary>What a new list, a withdrawal and views do to pages that are kept ready.</summary>
public sealed class MostReadPageTests : IAsyncDisposable
{
    private static readonly Hour _hour = new(500_000);
    private readonly TestSite _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_new_list_and_a_withdrawal_show_at_once()
    {
        await Publish(7);
        Assert.Equal(["bai-7", "bai-6", "bai-5", "bai-4", "bai-3"], await MostRead());
        await Put(["bai-1", "bai-6"]);
        Assert.Equal(["bai-1", "bai-6", "bai-7", "bai-5", "bai-4"], await MostRead());
        await Put(["bai-2", "bai-1"]);
        Assert.Equal(["bai-2", "bai-1", "bai-7", "bai-6", "bai-5"], await MostRead());
        await _site.Desk.Change("bai-2", head => head.Withdraw("Sai.", DateTimeOffset.UnixEpoch), "withdraw", new Precondition.Exists(), "Lan", default);
        Assert.Equal(["bai-1", "bai-7", "bai-6", "bai-5", "bai-4"], await MostRead());
    }

    [Fact]
    public async Task Views_make_nothing_be_read_again()
    {
        await Publish(3);
        await MostRead();
        await _site.Get<ArticlePages>().Find("bai-1", default);
        await Task.WhenAll(Enumerable.Range(0, 500).Select(reader => _site.Get<ViewBatches>().Add(new(1, (uint)reader, _hour))!));
        Assert.Equal(0, await _site.Cost(async () => await _site.Get<ArticlePages>().Find("bai-1", default)));
        Assert.Equal(0, await _site.Cost(async () => await _site.Get<HomePage>().Ready(default)));
    }

    [Fact]
    public void Nothing_that_readers_get_shares_a_counter_with_views()
    {
        var views = ChangeCounters.Of(MostReadKeys.Views(_hour));
        Assert.DoesNotContain(views, Enumerable.Range(0, 500_000).Select(number => ChangeCounters.Of($"article:{number}")));
    }

    private async Task Publish(int articles)
    {
        await _site.Section("moi-truong");
        for (var number = 1; number <= articles; number++)
            await _site.Publish($"bai-{number}");
    }

    private async Task Put(string[] slugs)
    {
        List<ListedArticle> items = [];
        foreach (var slug in slugs)
            items.Add(new((await _site.Get<ArticleReader>().Slug(slug, default))!.ArticleId, 1, 1));
        await _site.Get<MostReadLists>().Put(Window.Last24Hours, new(DateTimeOffset.UnixEpoch, items), new Dictionary<string, MostReadList>(), default);
    }

    private async Task<IEnumerable<string>> MostRead()
    {
        var parts = (await _site.Get<HomePage>().Ready(default)).Body.Plain.Parts;
        var home = JsonNode.Parse(string.Concat(parts.Select(part => Encoding.UTF8.GetString(part.Span))))!;
        return home["mostRead"]!.AsArray().Select(card => card!["slug"]!.GetValue<string>());
    }
}
