namespace News.Functions.Fallback;

/// <summary>A short index of the API, until there is a site for readers.</summary>
public sealed record ApiIndex(string Name, IReadOnlyList<ApiIndex.Entry> Reading, IReadOnlyList<ApiIndex.Entry> Newsroom)
{
    /// <summary>Everything there is.</summary>
    public static ApiIndex Whole { get; } = new(
        "News",
        [
            new("GET /api/articles", "newest first; section, tag, author, format, topic, from, to, limit, cursor; or ids"),
            new("GET /api/articles/{slug}", "one article"),
            new("GET /api/sections", "the sections"),
            new("GET /health/ready", "whether the site can serve"),
        ],
        [
            new("PUT /api/newsroom/sections/{slug}", "create (If-None-Match: *) or change (If-Match) a section"),
            new("GET /api/newsroom/sections/{slug}", "a section and its ETag"),
            new("PUT /api/newsroom/articles/{slug}", "create or change an article's working version"),
            new("GET /api/newsroom/articles/{slug}", "the working version and its ETag"),
            new("POST /api/newsroom/articles/{slug}/publish", "show the working version to readers"),
        ]);

    public sealed record Entry(string Call, string Answer);
}
