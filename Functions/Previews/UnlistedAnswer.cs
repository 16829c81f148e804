using Microsoft.AspNetCore.Http;

namespace News.Functions.Previews;

/// <summary>An answer that search engines leave out and whose address is passed on to no other site.</summary>
public sealed class UnlistedAnswer(IResult answer) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers["X-Robots-Tag"] = "noindex";
        httpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        return answer.ExecuteAsync(httpContext);
    }
}
