using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using News.Domain;

namespace News.Functions.Http.Requests;

/// <summary>What the writer says about the version it changes, from <c>If-Match</c> and <c>If-None-Match</c>.</summary>
public static class Preconditions
{
    /// <summary>For a PUT: <c>If-None-Match: *</c> creates, <c>If-Match</c> with one tag changes.</summary>
    /// <exception cref="Failure">Both headers, a list of tags, or no tag at all.</exception>
    public static Precondition Of(HttpRequest request, bool starAllowed = false)
    {
        var match = request.Headers.IfMatch;
        var noneMatch = request.Headers.IfNoneMatch;
        if (match.Count > 0 && noneMatch.Count > 0)
            throw Failure.Invalid("If-Match", "cannot be sent together with If-None-Match");
        if (noneMatch.Count > 0)
            return noneMatch.ToString().Trim() == "*" ? new Precondition.Create() : throw Failure.Invalid("If-None-Match", "must be *");
        if (match.Count == 0)
            return new Precondition.None();
        if (match.ToString().Trim() == "*" && starAllowed)
            return new Precondition.Exists();
        if (!EntityTagHeaderValue.TryParseStrictList(match, out var tags))
            return new Precondition.Match(match.ToString());
        return tags.Count == 1
            ? new Precondition.Match(tags[0].ToString())
            : throw Failure.Invalid("If-Match", "must be one ETag, not a list");
    }
}
