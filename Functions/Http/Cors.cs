using Microsoft.AspNetCore.Http;

namespace News.Functions.Http;

/// <summary>Reading is open to pages of any origin; the newsroom to none but its own.</summary>
public static class Cors
{
    private const string Newsroom = "/api/newsroom";

    /// <summary>Lets any page read this answer, unless it is the newsroom's.</summary>
    public static void Open(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments(Newsroom, StringComparison.OrdinalIgnoreCase))
            return;
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers.AccessControlExposeHeaders = "ETag, Link, Retry-After";
    }
}
