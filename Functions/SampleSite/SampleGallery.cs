using System.Collections.Concurrent;
using News.Domain;
using News.Domain.Articles;
using News.Domain.Blocks;
using News.Domain.Drafts;
using News.Functions.SampleSite.Pictures;
using News.Functions.SampleSite.Videos;
using News.Functions.Storage.Blobs;
using News.Functions.Storage.Desk;

namespace News.Functions.SampleSite;

/// <summary>
/// Gives the sample site's articles their pictures and videos once blob storage answers. Readers have the articles long before, and an article
/// that an editor has touched meanwhile is left as it is.
/// </summary>
public sealed class SampleGallery(SampleJournal journal, SampleUploads uploads, ArticleDesk desk, BlobSetUp blobs, TimeProvider time)
{
    // Readers come first: the pictures may take a minute.
    private const int AtOnce = 3;
    private const int AsFilled = 2;
    private const int AsPictured = 3;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    /// <summary>Hangs what is missing, the newest articles first.</summary>
    /// <returns>Whether this store holds the sample site.</returns>
    public async Task<bool> Hang(CancellationToken ct)
    {
        if (await journal.Read(ct) is not { Complete: true } progress)
            return false;
        if (!progress.Pictured)
        {
            while (!blobs.IsDone)
                await Task.Delay(_pause, time, ct);
            await Hang(progress.StartedAt, ct);
            await journal.Write(progress with { Pictured = true }, ct);
        }

        return true;
    }

    private async Task Hang(DateTimeOffset startedAt, CancellationToken ct)
    {
        var articles = SampleContent.Sections().SelectMany(section => SampleContent.Articles(section.Slug)).OrderBy(article => article.DaysAgo).ToList();
        var byName = SamplePictures.All.ToDictionary(picture => picture.Name);
        var added = new ConcurrentDictionary<string, Lazy<Task<PictureRef?>>>();
        await Parallel.ForEachAsync(articles, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (article, token) =>
        {
            var adding = article.Pictures.Select(name => added.GetOrAdd(name, new Lazy<Task<PictureRef?>>(() => uploads.Add(byName[name], token))).Value);
            List<PictureRef> pictures = [.. (await Task.WhenAll(adding)).OfType<PictureRef>()];
            if (pictures.Count == article.Pictures.Count)
                await TryHang(article, article.With(pictures, await Film(article, token)), startedAt, token);
        });
    }

    private async Task<PictureRef?> Film(SampleArticle article, CancellationToken ct) =>
        SampleVideos.All.SingleOrDefault(video => video.Name == article.Video) is { } video ? await uploads.Add(video, ct) : null;

    private async Task TryHang(SampleArticle sample, ArticleDraft hung, DateTimeOffset startedAt, CancellationToken ct)
    {
        try
        {
            var head = await desk.Find(sample.Slug, ct);
            if (head is { Version: AsFilled, State: ArticleState.Published })
                head = (await desk.Save(sample.Slug, hung, new Precondition.Match(head.ETag), null, ct)).Head;
            if (head is { Version: AsPictured, Assets.Count: > 0, HasUnpublishedChanges: true })
                await desk.Publish(sample.Slug, null, new Precondition.Match(head.ETag), null, ct, startedAt.AddDays(-sample.DaysAgo));
        }
        catch (Failure failure) when (failure.Code is FailureCode.NotFound or FailureCode.Stale or FailureCode.Conflict)
        {
            // An editor was there first.
        }
    }
}
