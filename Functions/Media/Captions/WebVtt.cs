using System.Globalization;
using System.Text;

namespace News.Functions.Media.Captions;

/// <summary>Captions as every browser takes them.</summary>
public static class WebVtt
{
    /// <summary>Beyond the end of a video by more than this, captions are those of another.</summary>
    private static readonly TimeSpan _tolerance = TimeSpan.FromSeconds(2);

    /// <summary>The file, its cues within the video.</summary>
    /// <exception cref="MediaRejectedException">They go on after the video has ended.</exception>
    public static string Write(IReadOnlyList<CaptionCue> cues, TimeSpan length)
    {
        if (cues[^1].From > length + _tolerance)
            throw new MediaRejectedException($"The captions go on until {Time(cues[^1].From)}, but the video ends at {Time(length)}; they are those of another.");
        return Write(cues.Where(cue => cue.From < length).Select(cue => cue with { To = cue.To < length ? cue.To : length }));
    }

    /// <summary>The file as it is.</summary>
    public static string Write(IEnumerable<CaptionCue> cues)
    {
        var text = new StringBuilder("WEBVTT\n");
        foreach (var cue in cues)
            text.Append('\n').Append($"{Time(cue.From)} --> {Time(cue.To)} {cue.Place}".TrimEnd()).Append('\n').Append(cue.Text).Append('\n');
        return text.ToString();
    }

    private static string Time(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time:mm\\:ss\\.fff}");
}
