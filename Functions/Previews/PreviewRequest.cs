using System.Text.Json.Serialization;
using News.Domain;

namespace News.Functions.Previews;

/// <summary>How long a link to a working version is good for.</summary>
/// <param name="Hours">1 to 168.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PreviewRequest(int Hours = 24)
{
    private const int MostHours = 7 * 24;

    /// <exception cref="Failure">Too short or too long.</exception>
    public TimeSpan Check() =>
        Hours is >= 1 and <= MostHours ? TimeSpan.FromHours(Hours) : throw Failure.Invalid("hours", $"must be 1 to {MostHours}");
}
