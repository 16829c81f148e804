using System.Text.Json;
using BenchmarkDotNet.Attributes;
using News.Domain.Articles;
using News.Domain.Lists;
using News.Domain.Reading;
using News.Functions;

namespace News.Bench.HotPaths;

/// <summary>What a reader's request costs when no cache has the answer.</summary>
public class ReadingBenchmarks
{
    private static readonly IReadOnlyDictionary<string, CardEntry> _noCards = new Dictionary<string, CardEntry>();

    private readonly Presenter _presenter = Made.Presenter;
    private readonly PublishedArticle _article = Made.Article;
    private readonly CardEntry _card = CardEntry.Of(Made.Article);
    private readonly byte[] _stored = JsonSerializer.SerializeToUtf8Bytes(Made.Article.Content, NewsJson.Wire.ArticleContent);
    private readonly string _cursor = Cursor.After(Feed.Latest, Feed.EntryId(Made.Article.Publication.At, Made.Article.Id));

    [Benchmark]
    public ArticleContent ArticleFromJson() => JsonSerializer.Deserialize(_stored, NewsJson.Wire.ArticleContent)!;

    [Benchmark]
    public ArticleView ArticlePresented() => _presenter.Article(_article, _noCards);

    [Benchmark]
    public byte[] ArticleToJson() => JsonSerializer.SerializeToUtf8Bytes(_presenter.Article(_article, _noCards), NewsJson.Wire.ArticleView);

    [Benchmark]
    public CardView CardPresented() => _presenter.Card(_card);

    [Benchmark]
    public string? CursorParsed() => Cursor.Parse(_cursor, Feed.Latest);
}
