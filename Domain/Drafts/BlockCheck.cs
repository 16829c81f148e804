using News.Domain.Blocks;
using News.Domain.Text;

namespace News.Domain.Drafts;

/// <summary>Checks and cleans one block after the other, noting every fault under its path.</summary>
public sealed class BlockCheck(FieldErrors errors, IInlineHtml html)
{
    private readonly MediaCheck _media = new(errors);
    private int _related;

    /// <summary>The block fit to store; of no use when a fault was noted.</summary>
    public Block Accept(Block block, string path) => block switch
    {
        Block.Paragraph paragraph => new Block.Paragraph(Html(paragraph.Html, $"{path}.html", 1)),
        Block.Heading heading => AcceptHeading(heading, path),
        Block.Image image => new Block.Image(_media.Accept(image.Picture, $"{path}.picture")),
        Block.Gallery gallery => new Block.Gallery(_media.AcceptGallery(gallery.Pictures, $"{path}.pictures")),
        Block.Video video => new Block.Video(_media.Accept(video.Reference, $"{path}.video")),
        Block.Quote quote => new Block.Quote(Html(quote.Html, $"{path}.html", 1), Name(quote.Attribution, $"{path}.attribution")),
        Block.List list => new Block.List(list.Ordered, Items(list.Items, $"{path}.items", ArticleLimits.ListItems, 1)),
        Block.Table table => AcceptTable(table, path),
        Block.Box box => AcceptBox(box, path),
        Block.Related related => AcceptRelated(related, path),
        Block.File file => AcceptFile(file, path),
        Block.Audio audio => AcceptAudio(audio, path),
        Block.Code code => new Block.Code(CleanText.Accept(code.Text, $"{path}.text", ArticleLimits.TextLength, errors, 1)),
        Block.Embed embed => AcceptEmbed(embed, path),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "A kind of block without a check."),
    };

    private Block.Heading AcceptHeading(Block.Heading heading, string path)
    {
        errors.Check(heading.Level is >= 2 and <= 4, $"{path}.level", "must be 2, 3 or 4");
        return new(heading.Level, CleanText.Accept(heading.Text, $"{path}.text", ArticleLimits.Title, errors, 1));
    }

    private Block.Table AcceptTable(Block.Table table, string path)
    {
        var header = Items(table.Header, $"{path}.header", ArticleLimits.TableColumns, 0);
        var rows = table.Rows ?? [];
        errors.Check(rows.Count is >= 1 and <= ArticleLimits.TableRows, $"{path}.rows", $"must have 1 to {ArticleLimits.TableRows} rows");
        var width = header.Count > 0 ? header.Count : rows.Count > 0 ? rows[0].Count : 0;
        var clean = rows.Take(ArticleLimits.TableRows).Select((row, i) => AcceptRow(row, width, $"{path}.rows[{i}]")).ToList();
        return new(CleanText.AcceptOptional(table.Caption, $"{path}.caption", ArticleLimits.Caption, errors), header, clean);
    }

    private List<string> AcceptRow(IReadOnlyList<string>? row, int width, string path)
    {
        errors.Check(row?.Count == width && width > 0, path, $"must have {Math.Max(width, 1)} cells, as the first row has");
        return Items(row, path, ArticleLimits.TableColumns, 0);
    }

    private Block.Box AcceptBox(Block.Box box, string path)
    {
        var inner = box.Blocks ?? [];
        errors.Check(inner.Count > 0, $"{path}.blocks", "must have at least one block");
        errors.Check(!inner.OfType<Block.Box>().Any(), $"{path}.blocks", "a box cannot stand in a box");
        var clean = inner.Where(block => block is not Block.Box).Select((block, i) => Accept(block, $"{path}.blocks[{i}]"));
        return new(CleanText.Accept(box.Title, $"{path}.title", ArticleLimits.Title, errors, 1), [.. clean]);
    }

    private Block.Related AcceptRelated(Block.Related related, string path)
    {
        var slugs = related.Articles ?? [];
        _related += slugs.Count;
        errors.Check(slugs.Count > 0, $"{path}.articles", "must name at least one article");
        errors.Check(_related <= ArticleLimits.Related, $"{path}.articles", $"an article names at most {ArticleLimits.Related} related ones");
        for (var i = 0; i < slugs.Count; i++)
            errors.Check(slugs[i] is { } slug && Slug.IsShaped(slug), $"{path}.articles[{i}]", "must be an article's slug");
        return new([.. slugs.Distinct(StringComparer.Ordinal)]);
    }

    private Block.File AcceptFile(Block.File file, string path)
    {
        errors.Check(file.Size >= 0, $"{path}.size", "must not be negative");
        return new(WebLink(file.Url, $"{path}.url"), CleanText.Accept(file.Name, $"{path}.name", ArticleLimits.Name, errors, 1), file.Size);
    }

    private Block.Audio AcceptAudio(Block.Audio audio, string path)
    {
        errors.Check(audio.DurationSeconds is >= 0 and < 1e6, $"{path}.durationSeconds", "must be a number of seconds");
        var transcript = CleanText.AcceptOptional(audio.Transcript, $"{path}.transcript", ArticleLimits.TextLength, errors);
        return new(WebLink(audio.Url, $"{path}.url"), audio.DurationSeconds, transcript);
    }

    private Block.Embed AcceptEmbed(Block.Embed embed, string path)
    {
        if (errors.Check(EmbedProviders.Knows(embed.Provider), $"{path}.provider", $"must be one of {string.Join(", ", EmbedProviders.Names)}"))
            errors.Check(EmbedProviders.Serves(embed.Provider, embed.Url), $"{path}.url", $"must be an https address of {embed.Provider}");
        errors.Check(embed.AspectRatio is >= 0.1 and <= 10, $"{path}.aspectRatio", "must be between 0.1 and 10");
        return embed with { Title = Name(embed.Title, $"{path}.title") };
    }

    private List<string> Items(IReadOnlyList<string>? items, string path, int max, int minLength)
    {
        var given = items ?? [];
        errors.Check(given.Count <= max && given.Count >= minLength, path, $"must have {minLength} to {max} entries");
        return [.. given.Take(max).Select((item, i) => Html(item, $"{path}[{i}]", minLength))];
    }

    private string WebLink(string url, string path)
    {
        errors.Check(Links.IsWeb(url), path, "must be an http or https address");
        return url;
    }

    private string? Name(string? name, string path) => CleanText.AcceptOptional(name, path, ArticleLimits.Name, errors);

    private string Html(string? text, string path, int min)
    {
        List<string> refused = [];
        var given = CleanText.Accept(text, path, ArticleLimits.TextLength, errors, min);
        var clean = given.Length == 0 ? "" : html.Clean(given, refused);
        // Once more on what came out otherwise: entities may have stood for what is not accepted, and tags for nothing.
        if (clean != given)
            clean = CleanText.Accept(clean, path, int.MaxValue, errors, min);
        foreach (var link in refused)
            errors.Add(path, $"has a link to '{(link.Length > 60 ? link[..60] + "…" : link)}'; links go to http, https, mailto or a path of this site");
        return clean;
    }
}
