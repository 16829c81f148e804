using News.Domain.MostRead;

namespace News.Functions.Storage.MostRead;

/// <summary>Where views, what is counted of them and the lists are.</summary>
public static class MostReadKeys
{
    /// <summary>How the count gets on, and the days that are over.</summary>
    public const string Count = "mostread";

    /// <summary>What partitions of views begin with.</summary>
    public const string ViewsPrefix = "views:";

    /// <summary>How long views and sketches stay, and so how long the count may stand still and lose nothing.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Batches of views, by the time they were stored.</summary>
    public static string Views(Hour hour) => ViewsPrefix + hour.Key;

    /// <summary>The sketches of a day's hours.</summary>
    public static string Sketches(Day day) => $"sketch:{day.Key}";

    /// <summary>The lists of a window.</summary>
    public static string Lists(Window window) => $"mostread:{window.Name}";
}
