using News.Domain;
using News.Domain.Articles;
using News.Functions.Storage.Desk;
using News.Functions.Storage.Site;

namespace News.Functions.SampleSite;

/// <summary>
/// Fills an empty store with a magazine worth looking at, through the same code as the newsroom's API. A store that holds anything
/// else is left alone; a filling that was killed goes on where it was.
/// </summary>
public sealed class SampleSite(ArticleDesk desk, SiteStore site, SampleJournal journal)
{
    /// <summary>Whether nothing is left to fill.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Fills what is missing.</summary>
    /// <returns>Whether this store holds the sample site.</returns>
    public async Task<bool> Fill(CancellationToken ct)
    {
        var progress = await journal.Begin(ct);
        if (progress is { Complete: false })
        {
            await Fill(progress.StartedAt, ct);
            await journal.Write(progress with { Complete = true }, ct);
        }

        IsComplete = true;
        return progress is not null;
    }

    private async Task Fill(DateTimeOffset startedAt, CancellationToken ct)
    {
        var sections = SampleContent.Sections();
        for (var i = 0; i < sections.Count; i++)
            await Section(sections[i], i + 1, ct);
        await Parallel.ForEachAsync(sections, ct, async (section, token) =>
        {
            foreach (var article in SampleContent.Articles(section.Slug))
                await Publish(article, startedAt, token);
        });
    }

    private async Task Section(SampleSection section, int order, CancellationToken ct)
    {
        var directory = await site.Directory(ct);
        if (directory.FindSection(section.Slug) is null)
            await site.PutSection(new(section.Slug, section.Name, order, 0), new Precondition.Create(), ct);
    }

    private async Task Publish(SampleArticle sample, DateTimeOffset startedAt, CancellationToken ct)
    {
        var head = await Find(sample.Slug, ct)
            ?? (await desk.Save(sample.Slug, sample.Article, new Precondition.Create(), null, ct)).Head;
        if (head.State == ArticleState.Draft)
            await desk.Publish(sample.Slug, null, new Precondition.Match(head.ETag), null, ct, startedAt.AddDays(-sample.DaysAgo));
    }

    private async Task<ArticleHead?> Find(string slug, CancellationToken ct)
    {
        try
        {
            return await desk.Find(slug, ct);
        }
        catch (Failure failure) when (failure.Code == FailureCode.NotFound)
        {
            return null;
        }
    }
}
