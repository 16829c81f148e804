using System.Text.Json.Serialization;
using News.Domain;
using News.Domain.Drafts;
using News.Domain.Text;
using News.Functions.Http.Requests;

namespace News.Functions.Publishing;

/// <summary>How to publish.</summary>
/// <param name="Correction">What was put right, for readers.</param>
/// <param name="At">When, if not now; with its offset.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PublishRequest(string? Correction = null, string? At = null)
{
    private static readonly TimeSpan _furthest = TimeSpan.FromDays(5 * 365);

    /// <summary>The correction as clean text, and the moment; null is now.</summary>
    /// <exception cref="Failure">The text is too long or has controls, or the moment is none, past or too far.</exception>
    public (string? Correction, DateTimeOffset? At) Check(DateTimeOffset now)
    {
        var errors = new FieldErrors();
        var correction = CleanText.AcceptOptional(Correction, "correction", ArticleLimits.Caption, errors);
        errors.Check(At is null || correction is null, "correction", "is published at once; it cannot be scheduled");
        DateTimeOffset? at = At is null ? null : Moment(At, now, errors);
        errors.ThrowIfAny();
        return (correction, at);
    }

    private static DateTimeOffset Moment(string text, DateTimeOffset now, FieldErrors errors)
    {
        if (errors.Check(InstantText.TryParse(text, out var at), "at", $"must be a moment with its offset, such as {InstantText.Example}"))
            errors.Check(at > now && at < now + _furthest, "at", "must be in the next five years; leave it out to publish now");
        return at;
    }
}
