using System.Buffers;
using News.Domain.Articles;
using News.Domain.Blocks;
using News.Domain.Lists;
using News.Domain.Media;
using News.Domain.Reading;
using News.Domain.Reading.Pictures;
using News.Domain.Site;
using News.Functions.Storage.Stamps;

namespace News.Functions.Reading;

/// <summary>A presenter that notes whose names a view shows.</summary>
public sealed class NotingPresenter(Names names, Recording? view)
{
    private readonly Presenter _presenter = names.Presenter;

    /// <summary>The site's names as they are now; the view depends on all of them.</summary>
    public SiteDirectory Directory
    {
        get
        {
            names.ShowAll(view);
            return names.Directory;
        }
    }

    /// <summary>The site's sections in order.</summary>
    public IReadOnlyList<Section> Sections => names.Directory.Sections;

    /// <summary>The article for readers.</summary>
    /// <param name="cards">Cards of related articles by id; what is not there is not visible and left out.</param>
    /// <param name="whole">For the newsroom: blocks past the free ones too.</param>
    public ArticleView Article(PublishedArticle article, IReadOnlyDictionary<string, CardEntry> cards, bool whole = false)
    {
        names.ShowAuthors(view, article.Content.Bylines);
        names.ShowAuthors(view, cards.Values.SelectMany(card => card.Bylines));
        return _presenter.Article(article, cards, whole);
    }

    /// <summary>The article in a list.</summary>
    public CardView Card(CardEntry card)
    {
        names.ShowAuthors(view, card.Bylines);
        return _presenter.Card(card);
    }

    /// <summary>Writes the card that readers get of a stored one.</summary>
    /// <returns>Its article's id.</returns>
    public string WriteCard(ReadOnlySpan<byte> stored, IBufferWriter<byte> to) => new CardJson(stored, this, to).Write();

    /// <summary>A section beside an article, as JSON.</summary>
    public byte[] SectionJson(string slug) => names.SectionJson(slug);

    /// <summary>An author's name, as JSON.</summary>
    public byte[] BylineJson(string key)
    {
        names.ShowAuthor(view, key);
        return names.BylineJson(key);
    }

    /// <summary>Writes the address of an article's page as JSON.</summary>
    /// <param name="slug">As JSON without its quotes.</param>
    public void WriteUrl(ReadOnlySpan<byte> slug, IBufferWriter<byte> to) => names.WriteUrl(slug, to);

    /// <summary>An article's picture in a list.</summary>
    public PictureView Cover(PictureRef reference, PictureFacts? facts) => _presenter.Cover(reference, facts);

    /// <summary>The author for readers.</summary>
    public AuthorView Author(Author author)
    {
        names.ShowAuthors(view, [author.Key]);
        return _presenter.Author(author);
    }
}
