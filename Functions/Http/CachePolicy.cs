namespace News.Functions.Http;

/// <summary>Every value of Cache-Control the app sends.</summary>
public static class CachePolicy
{
    /// <summary>What readers get: fresh for seconds, shown stale while it is fetched anew or the site is down.</summary>
    public const string Reading = "public, max-age=10, s-maxage=30, stale-while-revalidate=30, stale-if-error=3600";

    /// <summary>An address that may soon be published.</summary>
    public const string NotFound = "public, max-age=5";

    /// <summary>A moved article.</summary>
    public const string Moved = "public, max-age=60";

    /// <summary>A withdrawn article.</summary>
    public const string Gone = "public, max-age=60";

    /// <summary>A file of a picture or video: what is under its address never changes.</summary>
    public const string Immutable = "public, max-age=31536000, immutable";

    /// <summary>The newsroom, previews, health, views and failures.</summary>
    public const string NoStore = "no-store";
}
