using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace News.Functions.Http;

/// <summary>What readers get: a body with a strong ETag, 304 where they have it already, open to every origin.</summary>
public sealed class ReadAnswer : IResult
{
    private const int HashBytes = 12;

    private readonly byte[] _body;
    private readonly string _etag;
    private readonly string? _link;

    private readonly bool _unlisted;

    private ReadAnswer(byte[] body, string? link, bool unlisted) => (_body, _etag, _link, _unlisted) = (body, HashOf(body), link, unlisted);

    /// <summary>An answer in JSON.</summary>
    /// <param name="next">Address of the next page, for the Link header.</param>
    /// <param name="unlisted">Whether search engines are to leave it out.</param>
    public static ReadAnswer Json<T>(T value, JsonTypeInfo<T> type, string? next = null, bool unlisted = false) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, type), next is null ? null : $"<{next}>; rel=\"next\"", unlisted);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        WriteHeaders(httpContext);
        var response = httpContext.Response;
        if (HasAlready(httpContext.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = _body.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await response.Body.WriteAsync(_body, httpContext.RequestAborted);
    }

    private void WriteHeaders(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ETag = _etag;
        headers.CacheControl = CachePolicy.Reading;
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        if (_link is not null)
            headers.Link = _link;
        if (_unlisted)
            headers["X-Robots-Tag"] = "noindex";
        Cors.Open(context);
    }

    /// <summary>RFC 9110 13.1.2: the comparison is weak, and a star matches anything there is.</summary>
    private bool HasAlready(HttpRequest request)
    {
        var asked = request.Headers.IfNoneMatch;
        if (asked.Count == 0)
            return false;
        return EntityTagHeaderValue.TryParseList(asked, out var tags)
            && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Tag == _etag);
    }

    private static string HashOf(byte[] body) => $"\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, HashBytes))}\"";
}
