using System.Text.Json.Serialization;
using News.Domain;
using News.Domain.Site;

namespace News.Functions.Fronts;

/// <summary>A front as the newsroom writes and reads it.</summary>
/// <param name="Pinned">Slugs of articles, the first one on top.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FrontRequest(IReadOnlyList<string>? Pinned = null)
{
    /// <summary>The slugs, each once.</summary>
    /// <exception cref="Failure">There are too many.</exception>
    public IReadOnlyList<string> Check()
    {
        var pinned = Pinned ?? throw Failure.Invalid("pinned", "is required; send [] to pin nothing");
        if (pinned.Count > Front.MaxPinned)
            throw Failure.Invalid("pinned", $"must be at most {Front.MaxPinned}");
        return [.. pinned.Distinct(StringComparer.Ordinal)];
    }
}
