using Microsoft.AspNetCore.Http;

namespace News.Functions.Http;

/// <summary>204: it is done, and there is nothing to say about it.</summary>
public sealed class EmptyAnswer : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
        httpContext.Response.Headers.CacheControl = CachePolicy.NoStore;
        SecurityHeaders.Close(httpContext.Response);
        return Task.CompletedTask;
    }
}
