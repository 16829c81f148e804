using News.Domain.Articles;
using News.Domain.Blocks;
using News.Domain.Lists;
using News.Domain.Media;
using News.Domain.Reading.Pictures;
using News.Domain.Reading.Videos;
using News.Domain.Site;

namespace News.Domain.Reading;

/// <summary>Fills in what stored documents leave out: names of sections and authors, addresses, pictures, other articles' cards.</summary>
/// <param name="directory">The site's names now.</param>
/// <param name="site">The site's addresses and language.</param>
public sealed class Presenter(SiteDirectory directory, SiteAddress site)
{
    private readonly PicturePresenter _pictures = new(site);
    private readonly VideoPresenter _videos = new(site, new(site));

    /// <summary>The article for readers.</summary>
    /// <param name="cards">Cards of related articles by id; what is not there is not visible and left out.</param>
    /// <param name="whole">For the newsroom: blocks past the free ones too.</param>
    public ArticleView Article(PublishedArticle article, IReadOnlyDictionary<string, CardEntry> cards, bool whole = false)
    {
        var content = article.Content;
        var view = new ArticleView(
            article.Id,
            article.Slug,
            site.Article(article.Slug),
            content.Title,
            content.Lead,
            Section(content.Section),
            content.Format,
            content.Tags,
            content.Topic,
            [.. content.Bylines.Select(Author)],
            content.Source,
            article.Publication.At,
            article.Publication.UpdatedAt,
            article.Publication.Revision,
            content.ReadingMinutes,
            content.Cover is null ? null : Picture(content.Cover, content),
            [.. Free(content, whole).Select(block => Show(block, content, cards))],
            article.Publication.Corrections,
            content.SeoTitle,
            content.CanonicalUrl,
            content.Lang ?? site.Lang,
            content.Robots,
            content.Access,
            content.FreeBlocks,
            []);
        return view with { JsonLd = NewsArticleJsonLd.Of(view, site) };
    }

    /// <summary>The article in a list.</summary>
    public CardView Card(CardEntry card) => new(
        card.Id,
        card.Slug,
        Url(card.Slug),
        card.Title,
        card.Lead,
        Section(card.Section),
        card.Format,
        card.PublishedAt,
        card.Cover is null ? null : Cover(card.Cover, card.CoverFacts),
        [.. card.Bylines.Select(key => directory.FindAuthor(key)?.Name ?? key)],
        card.DurationSeconds,
        card.Access);

    /// <summary>The address of an article's page.</summary>
    public string Url(string slug) => site.Article(slug);

    /// <summary>The picture of an article in a list.</summary>
    public PictureView Cover(PictureRef reference, PictureFacts? facts) => _pictures.Show(reference, facts);

    /// <summary>The author with this key; the key itself where the author is missing.</summary>
    public AuthorView Author(string key) => directory.FindAuthor(key) is { } author ? Author(author) : Unknown(key);

    /// <summary>The author for readers.</summary>
    public AuthorView Author(Author author) => new(
        author.Slug,
        author.Name,
        author.Role,
        author.Bio,
        author.Photo is null ? null : _pictures.Show(author.Photo, author.PhotoFacts),
        author.SameAs,
        site.Author(author.Slug));

    private AuthorView Unknown(string key) => new(key, key, null, null, null, [], site.Author(key));

    private SectionLink Section(string slug) => new(slug, directory.FindSection(slug)?.Name ?? slug);

    private static IEnumerable<Block> Free(ArticleContent content, bool whole) =>
        whole || content.Access == Access.Free ? content.Blocks : content.Blocks.Take(content.FreeBlocks);

    private Block Show(Block block, ArticleContent content, IReadOnlyDictionary<string, CardEntry> cards) => block switch
    {
        Block.Image image => new ShownBlock.Picture(Picture(image.Picture!, content)),
        Block.Gallery gallery => new ShownBlock.Pictures([.. gallery.Pictures!.Select(picture => Picture(picture, content))]),
        Block.Video video => new ShownBlock.Film(_videos.Show(video.Reference!, content.Pictures.GetValueOrDefault(video.Reference!.Asset))),
        Block.Related related => new ShownBlock.ReadAlso(
            [.. related.Articles!.Where(cards.ContainsKey).Select(id => Card(cards[id]))]),
        Block.Box box => box with { Blocks = [.. box.Blocks!.Select(inner => Show(inner, content, cards))] },
        _ => block,
    };

    private PictureView Picture(PictureRef reference, ArticleContent content) =>
        _pictures.Show(reference, content.Pictures.GetValueOrDefault(reference.Asset));
}
