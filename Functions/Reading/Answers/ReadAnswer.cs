using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using News.Functions.Http;
using News.Functions.Reading.Cache;

namespace News.Functions.Reading.Answers;

/// <summary>
/// What readers get: a body with a strong ETag, 304 where they have it already, open to every origin. It can be sent any number of
/// times, to many at once.
/// </summary>
/// <param name="body">What is sent.</param>
/// <param name="next">Address of the next page, for the Link header.</param>
/// <param name="unlisted">Whether search engines are to leave it out.</param>
public sealed class ReadAnswer(ReadyBody body, string? next = null, bool unlisted = false) : IResult, IKept
{
    private readonly string? _link = next is null ? null : $"<{next}>; rel=\"next\"";

    /// <summary>What is sent.</summary>
    public ReadyBody Body => body;

    /// <summary>Whether search engines are to leave it out.</summary>
    public bool Unlisted => unlisted;

    /// <inheritdoc/>
    public int Bytes => body.Bytes;

    /// <summary>An answer in JSON.</summary>
    public static ReadAnswer Json<T>(T value, JsonTypeInfo<T> type, string? next = null, bool unlisted = false) =>
        new(ReadyBody.Json(value, type), next, unlisted);

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var sent = AcceptedEncoding.Of(body, request.Headers.AcceptEncoding);
        WriteHeaders(httpContext, sent);
        if (HasAlready(request, sent.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = sent.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : Send(httpContext, sent);
    }

    private void WriteHeaders(HttpContext context, Encoded sent)
    {
        var headers = context.Response.Headers;
        headers.ETag = sent.ETag;
        headers.CacheControl = CachePolicy.Reading;
        headers.Vary = HeaderNames.AcceptEncoding;
        SecurityHeaders.Put(context.Response);
        if (sent.ContentEncoding is not null)
            headers.ContentEncoding = sent.ContentEncoding;
        if (_link is not null)
            headers.Link = _link;
        if (unlisted)
            headers["X-Robots-Tag"] = "noindex";
        Cors.Open(context);
    }

    private static async Task Send(HttpContext context, Encoded sent)
    {
        // What is written before the headers waits in buffers of its own and is copied once more; one large buffer is sent faster than many small ones.
        await context.Response.StartAsync(context.RequestAborted);
        sent.CopyTo(context.Response.BodyWriter.GetSpan(sent.Length));
        context.Response.BodyWriter.Advance(sent.Length);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    /// <summary>RFC 9110 13.1.2: the comparison is weak, and a star matches anything there is.</summary>
    private static bool HasAlready(HttpRequest request, string etag)
    {
        var asked = request.Headers.IfNoneMatch;
        if (asked.Count == 0)
            return false;
        if (asked.Count == 1 && asked[0] == etag)
            return true;
        return EntityTagHeaderValue.TryParseList(asked, out var tags)
            && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Tag == etag);
    }
}
