using System.Runtime.ExceptionServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using News.Domain;
using News.Domain.Articles;
using News.Functions.Publishing;
using News.Functions.Storage;
using News.Functions.Tests.Storage;
using News.Functions.Tests.Support;

namespace News.Functions.Tests.Life;

/// <summary>Random steps in the lives of articles: what the model says of each, and the real operation.</summary>
public sealed class LifeSteps(Random random, FakeTimeProvider time)
{
    private const string Editor = "Lan";
    private static readonly Precondition.Exists _there = new();
    private int _count;

    /// <summary>One step.</summary>
    /// <param name="Expected">The model afterwards; null where it is to be refused.</param>
    /// <param name="Slugs">What it touches by name.</param>
    public sealed record Step(string Name, string[] Slugs, Func<ReferenceModel, ReferenceModel?> Expected, Func<IDocumentStore, Desk, Task> Run);

    /// <summary>Few, so that they are taken, left and taken again.</summary>
    public static IReadOnlyList<string> Slugs { get; } = ["bai-mot", "bai-hai", "bai-ba", "bai-bon", "bai-nam"];

    /// <summary>Finishes whatever was left undone.</summary>
    public static Step Repair { get; } = new(nameof(Repair), [], model => model, (_, desk) => desk.Repair.Run(null, default));

    /// <summary>The clock moves, and this is what is done next.</summary>
    public Step Next(ReferenceModel model)
    {
        _count++;
        time.Advance(TimeSpan.FromMilliseconds(random.Next(1, 300_000)));
        var slug = model.Articles.Count == 0 || random.Next(10) == 0 ? Any() : model.Articles[random.Next(model.Articles.Count)].Slug;
        return random.Next(26) switch
        {
            < 4 => Put(model.Articles.Count < 3 && random.Next(3) > 0 ? Any() : slug, model),
            < 7 => Publish(slug, null),
            7 => Publish(slug, "Đã sửa tên."),
            < 11 => Schedule(slug),
            11 => Change("cancel", slug, article => article.Due is null ? null : article with { Due = null }, head => head.CancelSchedule(Now)),
            < 15 => Rename(slug, Any()),
            < 17 => Change("withdraw", slug, article => article.Withdraw("Sai."), head => head.Withdraw("Sai.", Now)),
            17 => new("delete", [slug], site => site.Delete(slug), (_, desk) => desk.Articles.Change(slug, head => head.Delete(Now), "delete", _there, Editor, default)),
            18 => Restore(slug, random.Next(1, 9)),
            < 21 => Autosave(slug),
            < 24 => Timer(),
            24 => Section(),
            _ => Repair,
        };
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private string Any() => Slugs[random.Next(Slugs.Count)];

    private (ReferenceModel.Story Story, Domain.Drafts.ArticleDraft Draft) Content()
    {
        var story = new ReferenceModel.Story($"Bài {_count}", random.Next(2) == 0 ? "moi-truong" : "the-thao", $"the-{random.Next(3)}");
        return (story, Sample.Draft(story.Title, story.Section) with { Tags = [story.Tag] });
    }

    private Step Put(string slug, ReferenceModel model)
    {
        var (story, draft) = Content();
        Precondition precondition = model.Called(slug) is null ? new Precondition.Create() : _there;
        var name = model.Called(slug) is null ? "create" : "save";
        return new(name, [slug], site => site.Put(slug, story), (_, desk) => desk.Articles.Save(slug, draft, precondition, Editor, default));
    }

    private Step Autosave(string slug)
    {
        var (story, draft) = Content();
        return new("autosave", [slug], site => site.Autosave(slug, story), (_, desk) => desk.Articles.Save(slug, draft, _there, Editor, default, true));
    }

    private Step Publish(string slug, string? correction) => new(
        correction is null ? "publish" : "correct",
        [slug],
        site => site.Change(slug, article => article.Publish(Now, correction is null ? 0 : 1)),
        (_, desk) => desk.Articles.Publish(slug, correction, _there, Editor, default));

    private Step Schedule(string slug)
    {
        var at = (Now + TimeSpan.FromMinutes(random.Next(1, 60))).ToOffset(TimeSpan.FromHours(7));
        return Change("schedule", slug, article => article with { Due = at.ToUniversalTime() }, head => head.Schedule(at, Now));
    }

    private static Step Rename(string slug, string other) => new(
        "rename", [slug, other], site => site.Rename(slug, other), (_, desk) => desk.Articles.Rename(slug, other, _there, Editor, default));

    private static Step Restore(string slug, int version) => new(
        "restore",
        [slug],
        site => site.Change(slug, article => article.Versions.TryGetValue(version, out var story) ? article with { Working = story } : null),
        (_, desk) => desk.Articles.Restore(slug, version, _there, Editor, default));

    private Step Section()
    {
        var (slug, name) = (random.Next(2) == 0 ? "moi-truong" : "the-thao", $"Mục {_count}");
        return new(
            "section",
            [],
            site => site with { Sections = site.Sections.SetItem(slug, name) },
            (_, desk) => desk.Site.PutSection(new(slug, name, 1, 0), _there, default));
    }

    private Step Timer()
    {
        time.Advance(TimeSpan.FromMinutes(random.Next(60)));
        return new("timer", [], site => site.PublishDue(Now), (store, desk) => Due(store, desk, time));
    }

    /// <summary>The timer's own function; of what went wrong, the first.</summary>
    public static async Task Due(IDocumentStore store, Desk desk, TimeProvider time)
    {
        try
        {
            await new PublishScheduled(store, desk.Articles, time, NullLogger<PublishScheduled>.Instance).Run(new TimerInfo(), default);
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
    }

    private static Step Change(string name, string slug, Func<ReferenceModel.Article, ReferenceModel.Article?> expected, Func<ArticleHead, ArticleHead> real) =>
        new(name, [slug], site => site.Change(slug, expected), (_, desk) => desk.Articles.Change(slug, real, name, _there, Editor, default));
}
