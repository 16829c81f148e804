using News.Domain;
using News.Domain.Drafts;
using News.Domain.Text;

namespace News.Functions.Newsroom;

/// <summary>How to publish.</summary>
/// <param name="Correction">What was put right, for readers.</param>
public sealed record PublishRequest(string? Correction = null)
{
    /// <summary>The request with clean text.</summary>
    /// <exception cref="Failure">The text is too long or has controls.</exception>
    public PublishRequest Check()
    {
        var errors = new FieldErrors();
        var correction = CleanText.AcceptOptional(Correction, "correction", ArticleLimits.Caption, errors);
        errors.ThrowIfAny();
        return new(correction);
    }
}
