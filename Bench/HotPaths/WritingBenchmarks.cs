using System.Text.Json;
using BenchmarkDotNet.Attributes;
using News.Domain.Articles;
using News.Domain.Drafts;
using News.Domain.Text;
using News.Functions;

namespace News.Bench.HotPaths;

/// <summary>What an editor's save costs before the store is asked.</summary>
public class WritingBenchmarks
{
    private readonly string _title = Made.Draft.Title!;
    private readonly ArticleDraft _draft = Made.Draft;
    private readonly DraftCheck _check = Made.Check;
    private readonly ArticleContent _content = Made.Article.Content;

    [Benchmark]
    public string SlugFromTitle() => Slug.From(_title);

    [Benchmark]
    public bool SlugChecked() => Slug.IsShaped(Made.Article.Slug);

    [Benchmark]
    public ArticleContent DraftChecked() => _check.Accept(_draft);

    [Benchmark]
    public byte[] ContentToJson() => JsonSerializer.SerializeToUtf8Bytes(_content, NewsJson.Wire.ArticleContent);
}
