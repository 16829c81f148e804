using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using News.Domain;
using News.Domain.MostRead;
using News.Functions.Http.Requests;

namespace News.Functions.MostRead;

/// <summary>What a client says with a view; nothing at all is fine.</summary>
/// <param name="Visitor">An id the client has made up for its reader.</param>
public sealed record ViewRequest(string? Visitor = null)
{
    /// <summary>Reads the body, sent as JSON or, by pages that want no preflight, as text.</summary>
    /// <exception cref="Failure">Another kind of content, too large, not JSON, or the id is too long.</exception>
    public static async ValueTask<ViewRequest> Read(HttpRequest request, CancellationToken ct)
    {
        var type = request.ContentType;
        if (!string.IsNullOrEmpty(type) && !(MediaTypeHeaderValue.TryParse(type, out var media) && IsTaken(media)))
            throw Failure.Invalid(HeaderNames.ContentType, "must be application/json or text/plain");
        var view = await RequestBody.Read(request, NewsJson.Wire.ViewRequest, ct, MostReadLimits.ViewBytes);
        return view.Visitor?.Length > MostReadLimits.Visitor
            ? throw Failure.Invalid("visitor", $"must have at most {MostReadLimits.Visitor} characters")
            : view;
    }

    private static bool IsTaken(MediaTypeHeaderValue media) =>
        media.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || media.MediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase);
}
