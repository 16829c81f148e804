using System.Text.Json.Serialization;
using News.Domain;
using News.Domain.Drafts;
using News.Domain.Text;

namespace News.Functions.Publishing;

/// <summary>Why an article is taken back.</summary>
/// <param name="Reason">For readers.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record WithdrawRequest(string? Reason = null)
{
    /// <summary>The reason as clean text.</summary>
    /// <exception cref="Failure">There is none, or it is too long or has controls.</exception>
    public string Check()
    {
        var errors = new FieldErrors();
        var reason = CleanText.Accept(Reason, "reason", ArticleLimits.Caption, errors, 1);
        errors.ThrowIfAny();
        return reason;
    }
}
