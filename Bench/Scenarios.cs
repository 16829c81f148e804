using News.Bench.Load;
using News.Bench.Servers;

namespace News.Bench;

/// <summary>What is measured, and the goals.</summary>
public static class Scenarios
{
    public const string Ours = "ours";
    public const string Kestrel = "Kestrel";
    public const string Nginx = "nginx";
    public const string Article = "article";
    public const string List = "list";
    public const string Page = "page";
    public const string NotModified = "304";

    private static readonly Goal[] _quick = [new(Nginx, Measure.P99, 3)];

    private static readonly Goal[] _ready =
    [
        new(Kestrel, Measure.Rate, 0.9),
        new(Nginx, Measure.Rate, 0.8),
        new(Nginx, Measure.Cpu, 1.6),
        .. _quick,
    ];

    /// <summary>Reads that the cache answers.</summary>
    public static IEnumerable<Scenario> Cached(Server ours, Server kestrel, Server nginx) =>
    [
        new(Article, Article, false, false, [ours, kestrel, nginx], _ready),
        new(List, List, false, false, [ours, kestrel, nginx], _ready),
        new(NotModified, Article, true, false, [ours, kestrel, nginx], _ready),
        new(Page, Page, false, false, [ours, kestrel, nginx], [new(Nginx, Measure.Rate, 0.7), .. _quick]),
    ];

    /// <summary>Reads that the store answers, the cache being off.</summary>
    public static IEnumerable<Scenario> FromStore(Server uncached, Server nginx) =>
        new[] { Article, List, Page }.Select(kind => new Scenario(
            $"{kind}-sqlite", kind, false, false, [uncached, nginx], [new(Nginx, Measure.Rate, 0.45), .. _quick]));

    /// <summary>The same articles in a larger archive and in a small one.</summary>
    /// <param name="name">As <c>--only</c> knows it.</param>
    public static Scenario Archive(string name, Server large, Server small) =>
        new(name, Article, false, true, [large, small], [new(small.Name, Measure.Rate, 0.8)]);
}
