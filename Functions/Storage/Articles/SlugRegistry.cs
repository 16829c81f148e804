using System.Text.Json;
using News.Domain;
using News.Domain.Projection;
using News.Domain.Text;

namespace News.Functions.Storage.Articles;

/// <summary>Who has which slug. A slug is held before the article is written, so that two can never have the same.</summary>
public sealed class SlugRegistry(IDocumentStore store, ArticleReader reader, TimeProvider time)
{
    /// <summary>Holds a slug for an article that is about to be written under it.</summary>
    /// <exception cref="Failure">It cannot be a slug, or another article has it.</exception>
    public async Task Reserve(string slug, string articleId, CancellationToken ct)
    {
        if (Slug.Fault(slug) is { } fault)
            throw Failure.Invalid("slug", fault);
        var answer = new SlugAnswer(articleId, SlugState.Reserved, time.GetUtcNow() + SlugAnswer.ReservedFor);
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, NewsJson.Wire.SlugAnswer);
        CommitResult? result = null;
        while (result is not CommitResult.Done)
        {
            var there = await store.Read(SlugAnswer.Partition(slug), SlugAnswer.DocumentId, ct);
            if (there is not null && await IsTaken(there, articleId, ct))
                throw new Failure(FailureCode.Conflict, $"The slug {slug} is taken. Choose another.");
            var expect = there is null ? Expectation.Absent : Expectation.Match(there.ETag);
            result = await store.Commit(SlugAnswer.Partition(slug), [Change.Put(SlugAnswer.DocumentId, body, expect)], ct);
        }
    }

    /// <summary>Gives a held slug back after its article could not be written, so that the editor can try again at once.</summary>
    public async Task Release(string slug, string articleId, CancellationToken ct)
    {
        var there = await store.Read(SlugAnswer.Partition(slug), SlugAnswer.DocumentId, ct);
        if (there is null || await reader.Head(articleId, ct) is not null)
            return;
        if (JsonSerializer.Deserialize(there.Body.Span, NewsJson.Wire.SlugAnswer)!.ArticleId == articleId)
            await store.Commit(SlugAnswer.Partition(slug), [Change.Delete(SlugAnswer.DocumentId, Expectation.Match(there.ETag))], ct);
    }

    /// <summary>A reservation past its time is free again, unless its article was written and only its lists are not.</summary>
    private async Task<bool> IsTaken(Document there, string articleId, CancellationToken ct)
    {
        var answer = JsonSerializer.Deserialize(there.Body.Span, NewsJson.Wire.SlugAnswer)!;
        if (answer.ArticleId == articleId)
            return false;
        var expired = answer.Until is { } until && until <= time.GetUtcNow();
        return !expired || await reader.Head(answer.ArticleId, ct) is not null;
    }
}
