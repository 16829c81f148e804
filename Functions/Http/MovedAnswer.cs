using Microsoft.AspNetCore.Http;

namespace News.Functions.Http;

/// <summary>301 to where the thing is now.</summary>
/// <param name="location">Absolute address, or a path of this site.</param>
/// <param name="cacheControl">How long caches may keep it.</param>
public sealed class MovedAnswer(string location, string cacheControl = CachePolicy.Moved) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        httpContext.Response.Headers.Location = location;
        httpContext.Response.Headers.CacheControl = cacheControl;
        SecurityHeaders.Put(httpContext.Response);
        Cors.Open(httpContext);
        return Task.CompletedTask;
    }
}
