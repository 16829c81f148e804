using System.Text.Json;
using News.Domain;
using News.Domain.Projection;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.Articles;

/// <summary>Who has which slug. A slug is held before the article is written, so that two can never have the same.</summary>
public sealed class SlugRegistry(IDocumentStore store, ArticleReader reader, Patience patience, TimeProvider time)
{
    /// <summary>Holds a slug for an article that is about to be written under it.</summary>
    /// <exception cref="Failure">Another article has it.</exception>
    public async Task Reserve(string slug, string articleId, CancellationToken ct)
    {
        var answer = new SlugAnswer(articleId, SlugState.Reserved, time.GetUtcNow() + SlugAnswer.ReservedFor);
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, NewsJson.Wire.SlugAnswer);
        CommitResult? result = null;
        while (result is not CommitResult.Done)
        {
            var there = await store.Read(SlugAnswer.Partition(slug), SlugAnswer.DocumentId, ct);
            if (there is not null && await Has(articleId, slug, ct))
                return;
            if (there is not null && await IsTaken(there, slug, articleId, ct))
                throw new Failure(FailureCode.Conflict, $"The slug {slug} is taken. Choose another.");
            var expect = there is null ? Expectation.Absent : Expectation.Match(there.ETag);
            result = await patience.Try(() => store.Commit(SlugAnswer.Partition(slug), [Change.Put(SlugAnswer.DocumentId, body, expect)], ct), ct);
        }
    }

    /// <summary>Gives a held slug back when its article was not written under it, so that the editor can try again at once.</summary>
    public async Task Release(string slug, string articleId, CancellationToken ct)
    {
        var there = await store.Read(SlugAnswer.Partition(slug), SlugAnswer.DocumentId, ct);
        if (there is null || await Has(articleId, slug, ct))
            return;
        if (JsonSerializer.Deserialize(there.Body.Span, NewsJson.Wire.SlugAnswer)!.ArticleId == articleId)
            await patience.Try(() => store.Commit(SlugAnswer.Partition(slug), [Change.Delete(SlugAnswer.DocumentId, Expectation.Match(there.ETag))], ct), ct);
    }

    /// <summary>A reservation past its time is free again, unless its article was written and only its lists are not.</summary>
    private async Task<bool> IsTaken(Document there, string slug, string articleId, CancellationToken ct)
    {
        var answer = JsonSerializer.Deserialize(there.Body.Span, NewsJson.Wire.SlugAnswer)!;
        if (answer.ArticleId == articleId)
            return false;
        var expired = answer.Until is { } until && until <= time.GetUtcNow();
        return !expired || await Has(answer.ArticleId, slug, ct);
    }

    private async ValueTask<bool> Has(string articleId, string slug, CancellationToken ct) =>
        (await reader.Head(articleId, ct))?.Head.Slugs.Contains(slug) == true;
}
