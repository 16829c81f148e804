using News.Domain;
using News.Domain.Articles;
using News.Domain.Blocks;
using News.Functions.SampleSite.Pictures;
using News.Functions.Storage.Blobs;
using News.Functions.Storage.Desk;

namespace News.Functions.SampleSite;

/// <summary>
/// Gives the sample site's articles their pictures once blob storage answers. Readers have the articles long before, and an article
/// that an editor has touched meanwhile is left as it is.
/// </summary>
public sealed class SampleGallery(SampleJournal journal, SampleUploads uploads, ArticleDesk desk, BlobSetUp blobs, TimeProvider time)
{
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
        var dropped = new Dictionary<string, PictureRef>();
        foreach (var name in articles.SelectMany(article => article.Pictures).Distinct())
            dropped[name] = await uploads.Drop(byName[name], ct);
        foreach (var article in articles)
        {
            var ready = await Task.WhenAll(article.Pictures.Select(name => uploads.Ready(byName[name], dropped[name].Asset, ct)));
            if (ready.All(isReady => isReady))
                await TryHang(article, [.. article.Pictures.Select(name => dropped[name])], startedAt, ct);
        }
    }

    private async Task TryHang(SampleArticle sample, IReadOnlyList<PictureRef> pictures, DateTimeOffset startedAt, CancellationToken ct)
    {
        try
        {
            var head = await desk.Find(sample.Slug, ct);
            if (head is { Version: AsFilled, State: ArticleState.Published })
                head = (await desk.Save(sample.Slug, sample.With(pictures), new Precondition.Match(head.ETag), null, ct)).Head;
            if (head is { Version: AsPictured, Assets.Count: > 0, HasUnpublishedChanges: true })
                await desk.Publish(sample.Slug, null, new Precondition.Match(head.ETag), null, ct, startedAt.AddDays(-sample.DaysAgo));
        }
        catch (Failure failure) when (failure.Code is FailureCode.NotFound or FailureCode.Stale or FailureCode.Conflict)
        {
            // An editor was there first.
        }
    }
}
