using System.Text.Json.Serialization;
using News.Domain.Text;

namespace News.Domain.Projection;

/// <summary>What an address says to readers.</summary>
[JsonConverter(typeof(KebabEnum<SlugState>))]
public enum SlugState
{
    /// <summary>Taken, and nothing is published there.</summary>
    Reserved,

    /// <summary>The published article.</summary>
    Live,

    /// <summary>An earlier slug; the newest answers.</summary>
    Moved,

    /// <summary>Withdrawn.</summary>
    Gone,
}
