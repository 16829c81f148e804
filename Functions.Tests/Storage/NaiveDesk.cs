using System.Text.Json;
using News.Domain.Articles;
using News.Domain.Projection;
using News.Functions.Storage;
using News.Functions.Storage.Articles;

namespace News.Functions.Tests.Storage;

/// <summary>The write algorithm as one would first think of it: each writer projects what it remembers, and no head says what is pending.</summary>
public sealed class NaiveDesk(IDocumentStore store)
{
    private readonly ArticleReader _reader = new(store);

    /// <summary>Publishes the article under another tag.</summary>
    public async Task Retag(string slug, string tag, DateTimeOffset now)
    {
        var id = (await _reader.Slug(slug, default))!.ArticleId;
        await store.Commit(Intent.Partition, [Change.Put(tag, JsonSerializer.SerializeToUtf8Bytes(new Intent(id, tag), NewsJson.Wire.Intent))], default);
        while (true)
        {
            var current = (await _reader.Head(id, default))!;
            var content = (await _reader.Content(id, current.Head.Revision, default)) with { Tags = [new(tag, tag)] };
            var head = current.Head.Save(content, now).Publish(null, now);
            head = head with { Published = head.Published! with { Revision = head.Version }, Revision = head.Version };
            var changes = new[]
            {
                Change.Put(ArticleKeys.Head, JsonSerializer.SerializeToUtf8Bytes(head, NewsJson.Wire.ArticleHead), Expectation.Match(current.ETag)),
                Change.Put(ArticleKeys.Revision(head.Version), JsonSerializer.SerializeToUtf8Bytes(content, NewsJson.Wire.ArticleContent)),
            };
            if (await store.Commit(ArticleKeys.Partition(id), changes, default) is not CommitResult.Done)
                continue;
            await Project(current.Head, head, content);
            await store.Commit(Intent.Partition, [Change.Delete(tag)], default);
            return;
        }
    }

    /// <summary>Projects the present head of every article that has an intent.</summary>
    public async Task Repair()
    {
        foreach (var document in (await store.Page(Intent.Partition, new(), default)).Items)
        {
            var intent = JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.Intent)!;
            var head = (await _reader.Head(intent.ArticleId, default))!.Head;
            await Project(head, head, (await _reader.PublishedContent(head, default))!);
            await store.Commit(Intent.Partition, [Change.Delete(document.Id)], default);
        }
    }

    private async Task Project(ArticleHead before, ArticleHead after, ArticleContent content)
    {
        var wanted = WantedDocuments.Of(after, content);
        var old = WantedDocuments.Of(before, await _reader.PublishedContent(before, default));
        foreach (var document in wanted)
            await store.Commit(document.Partition, [Change.Put(document.Id, JsonSerializer.SerializeToUtf8Bytes(document.Value, document.Value.GetType(), NewsJson.Wire))], default);
        foreach (var document in old.Where(one => wanted.All(other => other.Key != one.Key)))
            await store.Commit(document.Partition, [Change.Delete(document.Id)], default);
    }
}
