using System.Text.Json.Serialization;
using News.Domain;
using News.Domain.Drafts;
using News.Domain.Text;

namespace News.Functions.Publishing;

/// <summary>How to publish.</summary>
/// <param name="Correction">What was put right, for readers.</param>
/// <param name="At">When, if not now.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PublishRequest(string? Correction = null, DateTimeOffset? At = null)
{
    private static readonly TimeSpan _furthest = TimeSpan.FromDays(5 * 365);

    /// <summary>The request with clean text.</summary>
    /// <exception cref="Failure">The text is too long or has controls, or the moment is past or too far.</exception>
    public PublishRequest Check(DateTimeOffset now)
    {
        var errors = new FieldErrors();
        var correction = CleanText.AcceptOptional(Correction, "correction", ArticleLimits.Caption, errors);
        errors.Check(At is null || (At > now && At < now + _furthest), "at", "must be a moment in the next five years; leave it out to publish now");
        errors.Check(At is null || correction is null, "correction", "is published at once; it cannot be scheduled");
        errors.ThrowIfAny();
        return new(correction, At);
    }
}
