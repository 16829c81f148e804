using System.Globalization;
using System.Text;
using NetVips;
using News.Domain.Media.Videos;
using News.Functions.Media.Videos;

namespace News.Functions.Media.Stills;

/// <summary>The small pictures of a video in one, and the cues that say which part of it belongs to which seconds.</summary>
public static class Storyboard
{
    private const int Across = 10;
    private const int Quality = 75;

    /// <summary>Writes both files.</summary>
    /// <param name="seconds">Length of the video.</param>
    public static void Write(IReadOnlyList<(double At, string Path)> cells, CellGrid grid, double seconds, string folder)
    {
        var step = (cells.Count + VideoLimits.StoryboardPictures - 1) / VideoLimits.StoryboardPictures;
        var shown = cells.Where((_, i) => i % step == 0).ToList();
        var across = Math.Min(Across, shown.Count);
        WriteSprite([.. shown.Select(cell => cell.Path)], across, Path.Combine(folder, VideoFiles.Storyboard));
        var cues = new StringBuilder("WEBVTT\n");
        for (var i = 0; i < shown.Count; i++)
        {
            var (from, to) = (i == 0 ? 0 : shown[i].At, i + 1 < shown.Count ? shown[i + 1].At : Math.Max(seconds, shown[i].At + 0.001));
            cues.Append(CultureInfo.InvariantCulture, $"\n{Time(from)} --> {Time(to)}\n")
                .Append(CultureInfo.InvariantCulture, $"{VideoFiles.Storyboard}#xywh={i % across * grid.Width},{i / across * grid.Height},{grid.Width},{grid.Height}\n");
        }

        File.WriteAllText(Path.Combine(folder, VideoFiles.StoryboardCues), cues.ToString());
    }

    private static void WriteSprite(IReadOnlyList<string> paths, int across, string to)
    {
        Image[] cells = [.. paths.Select(path => Image.Pngload(path))];
        try
        {
            using var sprite = Image.Arrayjoin(cells, across: across);
            sprite.Jpegsave(to, q: Quality, keep: Enums.ForeignKeep.None);
        }
        finally
        {
            foreach (var cell in cells)
                cell.Dispose();
        }
    }

    private static string Time(double seconds) => TimeSpan.FromSeconds(seconds).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
}
