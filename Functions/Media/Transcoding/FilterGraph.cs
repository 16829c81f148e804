using System.Globalization;
using News.Domain.Media.Videos;
using News.Functions.Media.Probing;
using News.Functions.Media.Stills;
using News.Functions.Media.Videos;

namespace News.Functions.Media.Transcoding;

/// <summary>
/// What is done with each frame between decoding and encoding, in ffmpeg's words: decoded once, made what every screen shows right,
/// then split into the renditions and the small pictures. Frames come upright already.
/// </summary>
public sealed class FilterGraph(SourceVideo source, IReadOnlyList<VideoRendition> ladder, CellGrid grid)
{
    /// <summary>The output with the small pictures.</summary>
    public const string Cells = "[cells]";

    /// <summary>The light, in cd/m², that an ordinary screen is made for (ITU-R BT.1886); what is brighter the tone curve bends down.</summary>
    private const int NominalPeak = 100;

    // Below this height, what does not say so has the colours of old television.
    private const int HighDefinition = 720;
    private const string Tags = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709";

    /// <summary>The output of a rendition.</summary>
    public static string Output(VideoRendition rendition) => $"[v{rendition.Name}]";

    /// <summary>The graph.</summary>
    public override string ToString()
    {
        string[] steps = [.. Deinterlaced(), .. Slowed(), .. source.IsHdr ? ToneMapped() : Converted(), "setsar=1", Tags];
        var copies = string.Concat(ladder.Select(Copy));
        var smaller = ladder.SkipLast(1).Select(rendition => $";{Copy(rendition)}scale={Size(rendition)}{Output(rendition)}");
        return $"[0:{source.Film.Index}]{string.Join(',', steps)},split={ladder.Count + 1}{copies}[small]"
            + $";{Copy(ladder[^1])}null{Output(ladder[^1])}{string.Concat(smaller)};[small]{grid.Filter}{Cells}";
    }

    private static string Copy(VideoRendition rendition) => $"[c{rendition.Name}]";

    private static string Size(VideoRendition rendition) => string.Create(CultureInfo.InvariantCulture, $"w={rendition.Width}:h={rendition.Height}");

    private IEnumerable<string> Deinterlaced() => source.MayBeInterlaced ? ["bwdif=mode=send_frame:deint=interlaced"] : [];

    private IEnumerable<string> Slowed() => source.FrameRate > VideoLimits.FrameRate + 1 ? [$"fps={VideoLimits.FrameRate}"] : [];

    private IEnumerable<string> Converted()
    {
        var range = source.Film.ColorRange == "pc" || source.Film.PixFmt?.StartsWith("yuvj", StringComparison.Ordinal) == true ? ":in_range=pc" : "";
        return [$"scale={Size(ladder[^1])}:flags=bicubic:in_color_matrix={Matrix()}{range}:out_color_matrix=bt709:out_range=tv", "format=yuv420p"];
    }

    /// <summary>First to size, for light takes six times the memory; then as light, tone by tone into what a screen has.</summary>
    private IEnumerable<string> ToneMapped() =>
    [
        $"zscale={Size(ladder[^1])}:pin=bt2020:tin={source.Film.ColorTransfer}:min=bt2020nc:t=linear:npl={NominalPeak}",
        "format=gbrpf32le",
        "zscale=p=bt709",
        "tonemap=hable:desat=0",
        "zscale=t=bt709:m=bt709:r=tv",
        "format=yuv420p",
    ];

    private string Matrix() => source.Film.ColorSpace switch
    {
        "bt709" => "bt709",
        "bt2020nc" or "bt2020c" => "bt2020",
        "smpte170m" or "bt470bg" => "bt601",
        _ => source.StoredHeight >= HighDefinition ? "bt709" : "bt601",
    };
}
