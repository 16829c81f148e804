using System.Globalization;
using System.Text.RegularExpressions;

namespace News.Functions.Media.Captions;

/// <summary>Reads WebVTT and SubRip, which differ in little: blocks with a line of two times and lines of text.</summary>
public static partial class CaptionReader
{
    private static readonly string[] _kept = ["line", "position", "align", "size"];

    /// <summary>The cues in the order of their times.</summary>
    /// <exception cref="MediaRejectedException">There is none, one cannot be understood, or there are too many.</exception>
    public static IReadOnlyList<CaptionCue> Read(ReadOnlySpan<byte> bytes)
    {
        var cues = new List<CaptionCue>();
        foreach (var block in Blank().Split(CaptionText.Decode(bytes)))
        {
            if (Read(block.Trim('\n').Split('\n')) is { } cue)
                cues.Add(cue);
            if (cues.Count > CaptionLimits.Cues)
                throw new MediaRejectedException($"The captions have more than {CaptionLimits.Cues} cues.");
        }

        return cues.Count > 0 ? [.. cues.OrderBy(cue => cue.From)] : throw new MediaRejectedException("There is not one caption in the file.");
    }

    /// <summary>Null where the block is no cue: a number, a note, a style.</summary>
    private static CaptionCue? Read(string[] lines)
    {
        var at = Array.FindIndex(lines, line => line.Contains("-->", StringComparison.Ordinal));
        // Before the times stands a name or a number, at most.
        if (at is < 0 or > 1)
            return null;
        var match = Times().Match(lines[at]);
        if (!match.Success || Time(match.Groups[1].Value) is not { } from || Time(match.Groups[2].Value) is not { } to)
            throw new MediaRejectedException($"The captions' times cannot be understood: '{Short(lines[at])}'.");
        if (to <= from)
            throw new MediaRejectedException($"The captions' times run backwards: '{Short(lines[at])}'.");
        var text = CaptionMarkup.Clean(string.Join('\n', lines.Skip(at + 1)));
        if (text.Length > CaptionLimits.CueLength)
            throw new MediaRejectedException($"The caption at '{Short(lines[at])}' has more than {CaptionLimits.CueLength} characters.");
        return text.Length == 0 ? null : new(from, to, text, Place(match.Groups[3].Value));
    }

    /// <summary>Hours may be missing in WebVTT; SubRip has a comma.</summary>
    private static TimeSpan? Time(string text)
    {
        var parts = text.Split(':');
        var (hours, rest) = parts.Length == 3 ? (parts[0], parts[1..]) : ("0", parts);
        if (!int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var h) || !int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out var m))
            return null;
        if (!decimal.TryParse(rest[1].Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var s) || m > 59 || s >= 60 || h > 99)
            return null;
        return new TimeSpan(h, m, 0) + TimeSpan.FromMilliseconds((double)Math.Round(s * 1_000));
    }

    private static string Place(string settings) => string.Join(' ', Setting().Matches(settings)
        .Where(match => _kept.Contains(match.Groups[1].Value)).Select(match => match.Value));

    private static string Short(string line) => line.Length > 60 ? line[..60] + "…" : line;

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex Blank();

    [GeneratedRegex(@"^\s*((?:\d{1,4}:)?\d{1,2}:\d{1,2}[,.]\d{1,3})\s*-->\s*((?:\d{1,4}:)?\d{1,2}:\d{1,2}[,.]\d{1,3})(.*)$")]
    private static partial Regex Times();

    [GeneratedRegex(@"(\w+):[\w%.,+-]{1,30}")]
    private static partial Regex Setting();
}
