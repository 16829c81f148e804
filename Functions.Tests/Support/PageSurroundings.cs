using News.Domain.Text;

namespace News.Functions.Tests.Support;

/// <summary>The blocks around a real article page.</summary>
public static class PageSurroundings
{
    private static readonly string[] _blocks = ["Các tin khác", "Đọc nhiều", "Videos"];
    private static readonly string[] _tabs = ["video", "e-magazine", "infographic"];

    /// <summary>Every headline once: other news and most read as news, what is under the videos and tabs in their formats.</summary>
    /// <param name="mark">Makes slugs, sections and tags this test's own.</param>
    public static IReadOnlyList<Headline> Load(string samples, string mark)
    {
        var lines = File.ReadAllLines(Path.Combine(samples, "article-page.txt")).Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var starts = _blocks.Select(block => lines.IndexOf(block)).Append(lines.Count).ToList();
        var headlines = Enumerable.Range(0, _blocks.Length).SelectMany(block => lines[(starts[block] + 1)..starts[block + 1]]
            .Where(line => !line.StartsWith("E-magazine", StringComparison.Ordinal))
            .Select((line, i) => Make(line, block, i, mark)));
        return [.. headlines.DistinctBy(headline => headline.Slug)];
    }

    private static Headline Make(string line, int block, int i, string mark)
    {
        var slug = Slug.From(line);
        var start = slug.Length > 80 ? slug[..80].TrimEnd('-') : slug;
        return new($"{start}-{mark[^8..]}", line, $"{mark}-{block}", block < 2 ? "news" : _tabs[i % _tabs.Length], $"{mark}-tag-{i % 4}");
    }
}
