namespace News.Functions.SampleSite.Pictures;

/// <summary>The colours of an hour.</summary>
/// <param name="High">Of the sky above.</param>
/// <param name="Low">Of the sky at the horizon.</param>
/// <param name="Light">Of the sun or the moon.</param>
/// <param name="Far">Of what is far away.</param>
/// <param name="Near">Of what is near.</param>
/// <param name="Water">Of still water.</param>
public sealed record Palette(string High, string Low, string Light, string Far, string Near, string Water)
{
    public static readonly Palette Dawn = new("#6d8fb8", "#f9d7b8", "#fff3d6", "#a9a6bd", "#2f4858", "#d9b8a8");
    public static readonly Palette Noon = new("#3f8fd2", "#cfeaf5", "#ffffff", "#8fb9c9", "#1f6f54", "#8cc7dd");
    public static readonly Palette Dusk = new("#3b2f63", "#f58b54", "#ffe0a3", "#7a4a6e", "#1d1a33", "#b5655e");
    public static readonly Palette Rain = new("#66788a", "#c4ced4", "#e8eef0", "#8a9aa5", "#2c3f44", "#9fb0b6");
    public static readonly Palette Night = new("#0b1233", "#2b3f74", "#f4efd2", "#26365f", "#070b1c", "#1a2750");
    public static readonly Palette Harvest = new("#8fb7c9", "#fbe7a8", "#fffbe0", "#b9b56a", "#5b6b1f", "#d8c98a");

    /// <summary>A colour between two.</summary>
    public static string Mix(string one, string other, double share)
    {
        int Channel(int at) => (int)Math.Round((Part(one, at) * (1 - share)) + (Part(other, at) * share));
        return $"#{Channel(1):x2}{Channel(3):x2}{Channel(5):x2}";
    }

    /// <summary>From what is far to what is near.</summary>
    public string Depth(double nearness) => Mix(Far, Near, nearness);

    private static int Part(string color, int at) => Convert.ToInt32(color.Substring(at, 2), 16);
}
