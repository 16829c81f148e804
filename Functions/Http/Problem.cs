using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using News.Domain;

namespace News.Functions.Http;

/// <summary>A failure as an answer: one table from kinds of failure to statuses, titles and caching.</summary>
public sealed class Problem : IResult
{
    private readonly int _status;
    private readonly string _name;
    private readonly string _title;
    private readonly string _detail;
    private readonly string _cacheControl;
    private readonly IReadOnlyDictionary<string, string[]> _errors;
    private readonly TimeSpan? _retryAfter;

    private Problem(
        FailureCode code, string detail, IReadOnlyDictionary<string, string[]>? errors, TimeSpan? retryAfter, bool forReaders)
    {
        (_status, _name, _title, _cacheControl) = Row(code);
        if (!forReaders)
            _cacheControl = CachePolicy.NoStore;
        _detail = detail;
        _errors = errors ?? new Dictionary<string, string[]>();
        _retryAfter = code == FailureCode.Unavailable ? retryAfter ?? TimeSpan.FromSeconds(1) : null;
    }

    /// <summary>The answer to a failure in a call of the newsroom, or one that no cache may keep.</summary>
    public static Problem Of(Failure failure) => new(failure.Code, failure.Message, failure.Errors, null, forReaders: false);

    /// <summary>It cannot be done now.</summary>
    public static Problem Unavailable(string detail, TimeSpan? retryAfter = null) =>
        new(FailureCode.Unavailable, detail, null, retryAfter, forReaders: false);

    /// <summary>There is nothing for readers at this address.</summary>
    public static Problem NotFound(string detail) => new(FailureCode.NotFound, detail, null, null, forReaders: true);

    /// <summary>What was at this address is withdrawn.</summary>
    public static Problem Gone(string detail) => new(FailureCode.Gone, detail, null, null, forReaders: true);

    /// <summary>Something unexpected; the log knows what, the client does not.</summary>
    public static IResult Unexpected() =>
        new Bland(500, "unexpected", "Something went wrong", "This is our fault, not yours, and it has been noted. Try again later.");

    /// <summary>The request did not come by the way the site is reached.</summary>
    public static IResult WrongDoor() => new Bland(403, "wrong-door", "Not by this way", "The site is reached by its public address only.");

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (_retryAfter is { } wait)
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var body = new ProblemBody($"urn:news:problem:{_name}", _title, _status, _detail, httpContext.Request.Path, _errors);
        return Write(httpContext, body, _cacheControl);
    }

    private static async Task Write(HttpContext context, ProblemBody body, string cacheControl)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, NewsJson.Wire.ProblemBody);
        var response = context.Response;
        response.StatusCode = body.Status;
        response.ContentType = "application/problem+json";
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = cacheControl;
        SecurityHeaders.Close(response);
        Cors.Open(context);
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static (int Status, string Name, string Title, string CacheControl) Row(FailureCode code) => code switch
    {
        FailureCode.Invalid => (400, "invalid", "The request is not valid", CachePolicy.NoStore),
        FailureCode.NotFound => (404, "not-found", "Not found", CachePolicy.NotFound),
        FailureCode.Conflict => (409, "conflict", "This does not fit the present state", CachePolicy.NoStore),
        FailureCode.Gone => (410, "gone", "Withdrawn", CachePolicy.Gone),
        FailureCode.Stale => (412, "stale", "Not the version that is there", CachePolicy.NoStore),
        FailureCode.TooLarge => (413, "too-large", "Too large", CachePolicy.NoStore),
        FailureCode.PreconditionRequired => (428, "precondition-required", "Say which version you change", CachePolicy.NoStore),
        FailureCode.Unavailable => (503, "unavailable", "Not available now", CachePolicy.NoStore),
    };

    /// <summary>One that no failure of the domain leads to.</summary>
    private sealed class Bland(int status, string name, string title, string detail) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Write(
            httpContext,
            new($"urn:news:problem:{name}", title, status, detail, httpContext.Request.Path, new Dictionary<string, string[]>()),
            CachePolicy.NoStore);
    }
}
