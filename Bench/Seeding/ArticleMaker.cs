using System.Globalization;
using System.Text;
using News.Domain.Blocks;
using News.Domain.Drafts;
using News.Domain.Text;
using News.Functions.SampleSite;

namespace News.Bench.Seeding;

/// <summary>Articles of a newspaper's size, put together from the sample site's paragraphs; a number always gives the same one.</summary>
public sealed class ArticleMaker
{
    private const int ShortestText = 9_000;
    private const int LongerEach = 600;
    private const int Lengths = 8;
    private const int Stride = 7;

    private readonly List<SampleArticle> _samples = [.. Sections.SelectMany(section => SampleContent.Articles(section.Slug))];
    private readonly List<Block> _blocks;

    public ArticleMaker() => _blocks = [.. _samples.SelectMany(sample => sample.Article.Blocks!).Where(StandsAlone)];

    /// <summary>The sections they are in.</summary>
    public static IReadOnlyList<SampleSection> Sections { get; } = SampleContent.Sections();

    /// <summary>The slug of an article.</summary>
    public string SlugOf(int number)
    {
        var ending = string.Create(CultureInfo.InvariantCulture, $"-{number}");
        var title = Slug.From(Sample(number).Article.Title!);
        return title[..Math.Min(title.Length, Slug.MaxLength - ending.Length)].TrimEnd('-') + ending;
    }

    /// <summary>An article of 10 to 15 kB as readers get it.</summary>
    /// <param name="brief">One paragraph instead: something to fill an archive with.</param>
    public ArticleDraft Article(int number, bool brief = false)
    {
        var sample = Sample(number).Article;
        return sample with
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"{sample.Title} ({number})"),
            Blocks = Body(number, brief ? 1 : ShortestText + (LongerEach * (number % Lengths))),
        };
    }

    private SampleArticle Sample(int number) => _samples[number % _samples.Count];

    private List<Block> Body(int number, int bytes)
    {
        var body = new List<Block>();
        for (var next = number * Stride; bytes > 0; next++)
        {
            var block = _blocks[next % _blocks.Count];
            body.Add(block);
            bytes -= BlockText.Of(block).Sum(Encoding.UTF8.GetByteCount);
        }

        return body;
    }

    private static bool StandsAlone(Block block) => block is Block.Paragraph or Block.Heading or Block.Quote or Block.List or Block.Table;
}
