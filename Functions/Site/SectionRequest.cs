using System.Text.Json.Serialization;
using News.Domain;
using News.Domain.Drafts;
using News.Domain.Site;
using News.Domain.Text;

namespace News.Functions.Site;

/// <summary>A section as the newsroom writes and reads it.</summary>
/// <param name="Order">Place in the menu, lowest first.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SectionRequest(string? Name = null, int Order = 0)
{
    private const int MaxOrder = 10_000;

    /// <summary>The section to write.</summary>
    /// <exception cref="Failure">Anything about it is not valid.</exception>
    public Section Check(string slug)
    {
        var errors = new FieldErrors();
        errors.Check(Slug.Fault(slug) is null, "slug", Slug.Fault(slug) ?? "");
        var name = CleanText.Accept(Name, "name", ArticleLimits.Name, errors, 1);
        errors.Check(Order is >= 0 and <= MaxOrder, "order", $"must be 0 to {MaxOrder}");
        errors.ThrowIfAny();
        return new(slug, name, Order, 0);
    }
}
