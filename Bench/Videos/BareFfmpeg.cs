namespace News.Bench.Videos;

/// <summary>
/// The command somebody would write who knows ffmpeg well and this one film: decoded once, encoded once in each size with the settings
/// our encoders have, written as MP4 and HLS, and a small picture of every second. It makes no poster and asks the film nothing.
/// </summary>
public static class BareFfmpeg
{
    private static readonly (string Name, int Most)[] _renditions = [("360", 1_000), ("720", 3_000), ("1080", 6_000)];

    private const string Graph =
        "[0:v]split=4[v1080][a][b][c];[a]scale=1280:720[v720];[b]scale=640:360[v360];[c]fps=1,scale=160:90[cells]";

    /// <summary>Its arguments, for files in a folder.</summary>
    public static IEnumerable<string> Arguments(string film, string folder) =>
    [
        "-nostdin", "-v", "error", "-threads", Threads, "-i", film, "-filter_complex_threads", Threads, "-filter_complex", Graph,
        .. _renditions.SelectMany(rendition => Rendition(rendition.Name, rendition.Most, folder)),
        "-map", "[cells]", Path.Combine(folder, "cell-%d.png"),
    ];

    private static string Threads { get; } = $"{Environment.ProcessorCount}";

    private static string[] Rendition(string name, int most, string folder) =>
    [
        "-map", $"[v{name}]", "-map", "0:a", "-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-threads", Threads,
        "-maxrate", $"{most}k", "-bufsize", $"{most * 2}k", "-profile:v", "high", "-sc_threshold", "0",
        "-force_key_frames", "expr:gte(t,n_forced*4)", "-c:a", "aac", "-b:a", "128k", "-flags", "+global_header", "-f", "tee",
        $"[f=mp4:movflags=+faststart]{folder}/{name}.mp4"
            + $"|[f=hls:hls_time=4:hls_playlist_type=vod:hls_segment_type=fmp4:hls_flags=single_file:hls_segment_filename={folder}/{name}.m4s]{folder}/{name}.m3u8",
    ];
}
