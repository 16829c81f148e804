using News.Domain.Blocks;
using News.Domain.Drafts;

namespace News.Functions.Tests.Support;

/// <summary>The text of a real article page: title, paragraphs and captions by their length, bylines, then the blocks around it.</summary>
public sealed record ArticlePage(string Title, IReadOnlyList<string> Body, IReadOnlyList<string> Bylines)
{
    private const int ShortestParagraph = 100;
    private const string AfterArticle = "Các tin khác";

    public IReadOnlyList<string> Paragraphs => [.. Body.Where(line => line.Length >= ShortestParagraph)];

    public IReadOnlyList<string> Captions => [.. Body.Where(line => line.Length < ShortestParagraph)];

    /// <summary>Reads the page's file.</summary>
    public static ArticlePage Load(string samples)
    {
        var lines = File.ReadAllLines(Path.Combine(samples, "article-page.txt")).Select(line => line.Trim()).ToList();
        var end = lines.IndexOf(AfterArticle);
        return new(lines[0], lines[1..(end - 1)], lines[end - 1].Split(" – "));
    }

    /// <summary>The page as an editor would write it.</summary>
    /// <param name="picture">Stands for each of its pictures.</param>
    public ArticleDraft ToDraft(string section, string picture) => Sample.Draft(Title, section) with
    {
        Bylines = Bylines,
        Blocks = [.. Body.Select(line => line.Length < ShortestParagraph
            ? (Block)new Block.Image(new(picture, Caption: line))
            : new Block.Paragraph(line))],
    };
}
