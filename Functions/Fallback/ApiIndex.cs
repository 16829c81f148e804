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
            new("GET /api/pages/articles/{slug}, /api/pages/home", "a whole page in one call"),
            new("GET /api/sections", "the sections"),
            new("GET /api/authors/{slug}", "one author"),
            new("GET /api/media/{assetId}", "one picture; its files are under /media"),
            new("GET /api/previews/{token}", "a working version behind a signed link"),
            new("GET /health/ready", "whether the site can serve"),
        ],
        [
            new("GET /api/newsroom/articles", "newest change first; state, q, limit, cursor"),
            new("PUT, GET, DELETE /api/newsroom/articles/{slug}", "create (If-None-Match: *) or change (If-Match), read, delete a draft"),
            new("GET /api/newsroom/articles/{slug}/published", "what readers get, whole"),
            new("POST /api/newsroom/articles/{slug}/publish", "now, or at a moment"),
            new("DELETE /api/newsroom/articles/{slug}/schedule", "publish it not"),
            new("POST /api/newsroom/articles/{slug}/withdraw, rename, preview", "take back, call otherwise, make a link"),
            new("GET /api/newsroom/articles/{slug}/revisions", "every version; /{n}, /{n}?against=m, POST /{n}/restore"),
            new("PUT, GET /api/newsroom/sections/{slug}, authors/{slug}, fronts/home", "sections, authors, pins; GET authors lists them"),
            new("POST /api/newsroom/uploads", "an address to send a file to; GET /{uploadId} tells what becomes of it"),
            new("GET /api/newsroom/media", "newest first; q, limit, cursor; PUT /{assetId} says what it shows, DELETE removes it"),
            new("POST /api/newsroom/rebuild", "write every list anew from the articles"),
        ]);

    public sealed record Entry(string Call, string Answer);
}
