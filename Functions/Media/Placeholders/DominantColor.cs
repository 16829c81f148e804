using System.Globalization;

namespace News.Functions.Media.Placeholders;

/// <summary>The colour that most of a picture has.</summary>
public static class DominantColor
{
    private const int BinShift = 4;
    private const int Bins = 16 * 16 * 16;
    private const int Opaque = 128;

    /// <summary>The mean of the fullest of 16 × 16 × 16 boxes of colours, as <c>#rrggbb</c>; white where all is transparent.</summary>
    public static string Of(Miniature miniature)
    {
        var boxes = new (int Count, int R, int G, int B)[Bins];
        for (var i = 0; i < miniature.Rgba.Length; i += Miniature.Channels)
        {
            var (r, g, b) = (miniature.Rgba[i], miniature.Rgba[i + 1], miniature.Rgba[i + 2]);
            if (miniature.Rgba[i + 3] < Opaque)
                continue;
            ref var box = ref boxes[(r >> BinShift << 8) | (g >> BinShift << 4) | (b >> BinShift)];
            box = (box.Count + 1, box.R + r, box.G + g, box.B + b);
        }

        var fullest = boxes.MaxBy(box => box.Count);
        return fullest.Count == 0 ? "#ffffff"
            : string.Create(CultureInfo.InvariantCulture, $"#{fullest.R / fullest.Count:x2}{fullest.G / fullest.Count:x2}{fullest.B / fullest.Count:x2}");
    }
}
