using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using News.Domain.Drafts;

namespace News.Functions.Http;

/// <summary>What the newsroom gets: JSON that nobody keeps, with the version's ETag.</summary>
public sealed class NewsroomAnswer : IResult
{
    private readonly int _status;
    private readonly byte[] _body;
    private readonly string? _etag;
    private readonly string? _link;

    private NewsroomAnswer(int status, byte[] body, string? etag, string? link) =>
        (_status, _body, _etag, _link) = (status, body, etag, link);

    /// <summary>An answer with a body.</summary>
    /// <param name="etag">Of the version in the body, quotes included.</param>
    /// <param name="created">201 instead of 200.</param>
    /// <param name="next">Address of the next page, for the Link header.</param>
    public static NewsroomAnswer Json<T>(
        T value, JsonTypeInfo<T> type, string? etag = null, bool created = false, string? next = null, int status = StatusCodes.Status200OK) =>
        new(
            created ? StatusCodes.Status201Created : status,
            JsonSerializer.SerializeToUtf8Bytes(value, type),
            etag,
            next is null ? null : $"<{next}>; rel=\"next\"");

    /// <summary>An article's working version with its ETag.</summary>
    public static NewsroomAnswer Draft(DraftView draft, bool created = false) => Json(
        draft, NewsJson.Wire.DraftView, string.Create(CultureInfo.InvariantCulture, $"\"{draft.Version}\""), created);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = _status;
        response.Headers.CacheControl = CachePolicy.NoStore;
        SecurityHeaders.Close(response);
        if (_etag is not null)
            response.Headers.ETag = _etag;
        if (_link is not null)
            response.Headers.Link = _link;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = _body.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await response.Body.WriteAsync(_body, httpContext.RequestAborted);
    }
}
