using Microsoft.AspNetCore.Http;

namespace News.Functions.Http;

/// <summary>204, and outside the newsroom what pages of other origins may ask.</summary>
public sealed class PreflightAnswer : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
        headers.CacheControl = CachePolicy.NoStore;
        SecurityHeaders.Put(httpContext.Response);
        Cors.Open(httpContext);
        if (headers.AccessControlAllowOrigin.Count == 0)
            return Task.CompletedTask;
        headers.AccessControlAllowMethods = "GET, HEAD, POST";
        headers.AccessControlAllowHeaders = "Content-Type, If-None-Match";
        headers.AccessControlMaxAge = "86400";
        return Task.CompletedTask;
    }
}
