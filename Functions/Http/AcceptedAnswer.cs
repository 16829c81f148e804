using Microsoft.AspNetCore.Http;

namespace News.Functions.Http;

/// <summary>202: it is kept, and will be counted.</summary>
public sealed class AcceptedAnswer : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status202Accepted;
        httpContext.Response.Headers.CacheControl = CachePolicy.NoStore;
        SecurityHeaders.Put(httpContext.Response);
        Cors.Open(httpContext);
        return Task.CompletedTask;
    }
}
