using News.Domain.Articles;
using News.Domain.Blocks;
using News.Domain.Text;

namespace News.Domain.Drafts;

/// <summary>Turns what an editor sent into what is stored, or says everything that is wrong with it.</summary>
public sealed class DraftCheck(IInlineHtml html)
{
    /// <summary>Members that GetDraft adds to the article, so that its answer can be sent back as it is.</summary>
    private static readonly HashSet<string> _ofGetDraft =
        ["id", "slug", "url", "state", "version", "scheduledAt", "hasUnpublishedChanges", "publishedAt", "updatedAt", "changedAt"];

    /// <summary>The content, its bylines still names.</summary>
    /// <exception cref="Failure"><see cref="FailureCode.Invalid"/>, every field at fault named.</exception>
    public ArticleContent Accept(ArticleDraft draft)
    {
        var errors = new FieldErrors();
        foreach (var other in draft.Others?.Keys.Where(name => !_ofGetDraft.Contains(name)) ?? [])
            errors.Add(other, "is not a member of an article");
        var content = Clean(draft, errors);
        errors.ThrowIfAny();
        return content with { ReadingMinutes = ReadingTime.Minutes(content.Lead, content.Blocks) };
    }

    private ArticleContent Clean(ArticleDraft draft, FieldErrors errors)
    {
        errors.Check(KebabName.TryParse(draft.Format, out ArticleFormat format), "format", OneOf(KebabName.All<ArticleFormat>()));
        return new()
        {
            Title = CleanText.Accept(draft.Title, "title", ArticleLimits.Title, errors, 1),
            Lead = CleanText.Accept(draft.Lead, "lead", ArticleLimits.Lead, errors),
            Section = CleanText.Accept(draft.Section, "section", Slug.MaxLength, errors, 1),
            Format = format,
            Tags = Tags(draft.Tags, errors),
            Topic = draft.Topic is null ? null : MakeTag(draft.Topic, "topic", errors),
            Bylines = Bylines(draft.Bylines, errors),
            Source = CleanText.AcceptOptional(draft.Source, "source", ArticleLimits.Name, errors),
            Cover = draft.Cover is null ? null : new MediaCheck(errors).Accept(draft.Cover, "cover"),
            Blocks = Blocks(draft.Blocks, errors),
            SeoTitle = CleanText.AcceptOptional(draft.SeoTitle, "seoTitle", ArticleLimits.Title, errors),
            CanonicalUrl = CanonicalUrl(draft.CanonicalUrl, errors),
            Lang = Lang(draft.Lang, errors),
            Robots = Robots(draft.Robots, errors),
            Access = AccessOf(draft, errors),
            FreeBlocks = draft.FreeBlocks ?? 0,
            ReadingMinutes = 0,
        };
    }

    private List<Block> Blocks(IReadOnlyList<Block>? blocks, FieldErrors errors)
    {
        var given = blocks ?? [];
        var count = given.Sum(block => block is Block.Box box ? 1 + (box.Blocks?.Count ?? 0) : 1);
        if (!errors.Check(count <= ArticleLimits.Blocks, "blocks", $"must be at most {ArticleLimits.Blocks}, are {count}"))
            return [];
        var check = new BlockCheck(errors, html);
        return [.. given.Select((block, i) => check.Accept(block, $"blocks[{i}]"))];
    }

    private static List<Tag> Tags(IReadOnlyList<string>? tags, FieldErrors errors)
    {
        var given = tags ?? [];
        if (!errors.Check(given.Count <= ArticleLimits.Tags, "tags", $"must be at most {ArticleLimits.Tags}"))
            return [];
        return [.. given.Select((name, i) => MakeTag(name, $"tags[{i}]", errors)).DistinctBy(tag => tag.Slug)];
    }

    private static Tag MakeTag(string? name, string field, FieldErrors errors)
    {
        var clean = CleanText.Accept(name, field, ArticleLimits.Name, errors, 1);
        var slug = Slug.From(clean);
        errors.Check(slug.Length > 0 || clean.Length == 0, field, "needs a Latin letter or a digit, for its address is made of them");
        return new(slug, clean);
    }

    private static List<string> Bylines(IReadOnlyList<string>? names, FieldErrors errors)
    {
        var given = names ?? [];
        if (!errors.Check(given.Count <= ArticleLimits.Bylines, "bylines", $"must be at most {ArticleLimits.Bylines}"))
            return [];
        return [.. given.Select((name, i) => AcceptName(name, $"bylines[{i}]", errors)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static string AcceptName(string? name, string field, FieldErrors errors)
    {
        var clean = CleanText.Accept(name, field, ArticleLimits.Name, errors, 1);
        errors.Check(CleanText.HasLetterOrDigit(clean) || clean.Length == 0, field, "needs a letter or a digit");
        return clean;
    }

    private static string? CanonicalUrl(string? url, FieldErrors errors)
    {
        errors.Check(url is null || Links.IsWeb(url), "canonicalUrl", "must be an http or https address");
        return url;
    }

    private static string? Lang(string? lang, FieldErrors errors)
    {
        errors.Check(lang is null || LanguageTag.IsOne(lang), "lang", "must be a language tag such as vi or en-GB");
        return lang;
    }

    private static string Robots(string? robots, FieldErrors errors)
    {
        string[] allowed = ["index", "noindex"];
        errors.Check(robots is null || allowed.Contains(robots), "robots", OneOf(allowed));
        return robots ?? "index";
    }

    private static Access AccessOf(ArticleDraft draft, FieldErrors errors)
    {
        errors.Check(draft.FreeBlocks is null or (>= 0 and <= ArticleLimits.Blocks), "freeBlocks", $"must be 0 to {ArticleLimits.Blocks}");
        if (draft.Access is null)
            return Access.Free;
        errors.Check(KebabName.TryParse<Access>(draft.Access, out var access), "access", OneOf(KebabName.All<Access>()));
        return access;
    }

    private static string OneOf(IEnumerable<string> allowed) => $"must be one of {string.Join(", ", allowed)}";
}
