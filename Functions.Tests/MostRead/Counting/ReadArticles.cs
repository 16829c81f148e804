using System.Text.Json;
using News.Domain.Articles;
using News.Domain.Lists;
using News.Domain.MostRead;
using News.Domain.Projection;
using News.Functions.Storage;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Views;
using News.Functions.Tests.MostRead.Simulation;

namespace News.Functions.Tests.MostRead.Counting;

/// <summary>Articles as far as counting them goes, and readers who open them.</summary>
public static class ReadArticles
{
    public static string SlugOf(UInt128 article) => $"bai-{article}";

    /// <summary>Lets readers see an article: its card, and what its slug answers.</summary>
    public static async Task Publish(this IDocumentStore store, UInt128 article, string section = "moi-truong", int day = 1)
    {
        var id = ArticleNumber.ToId(article);
        var card = new CardEntry(
            id, SlugOf(article), "Tít", "Lời dẫn.", section, ArticleFormat.News, new(2026, 1, day, 0, 0, 0, TimeSpan.Zero), null, null, [], null, Access.Free);
        await store.Commit(ArticleKeys.Partition(id), [Change.Put(ArticleKeys.Card, JsonSerializer.SerializeToUtf8Bytes(card, NewsJson.Wire.CardEntry))], default);
        var answer = new SlugAnswer(id, SlugState.Live);
        await store.Commit(
            SlugAnswer.Partition(SlugOf(article)),
            [Change.Put(SlugAnswer.DocumentId, JsonSerializer.SerializeToUtf8Bytes(answer, NewsJson.Wire.SlugAnswer))],
            default);
    }

    /// <summary>Takes the card away, as a withdrawal does.</summary>
    public static async Task Withdraw(this IDocumentStore store, UInt128 article) => await store.Commit(
        ArticleKeys.Partition(ArticleNumber.ToId(article)), [Change.Delete(ArticleKeys.Card)], default);

    /// <summary>Readers 1 to n open an article now.</summary>
    public static Task Read(this IDocumentStore store, TimeProvider time, UInt128 article, int readers)
    {
        var batches = new ViewBatches(store, new(time), time, TimeSpan.Zero);
        var hour = Hour.Of(time.GetUtcNow());
        return Task.WhenAll(Enumerable.Range(1, readers).Select(reader => batches.Add(new(article, Readership.MarkOf(reader), hour))!));
    }
}
