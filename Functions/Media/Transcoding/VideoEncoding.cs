using System.Globalization;
using FFMpegCore;
using FFMpegCore.Enums;
using News.Domain.Media.Videos;
using News.Functions.Media.Probing;
using News.Functions.Media.Stills;
using News.Functions.Media.Videos;

namespace News.Functions.Media.Transcoding;

/// <summary>
/// The one command that makes everything: decoded once, each rendition encoded once and written twice, as an MP4 that begins to play
/// before it is loaded and as the segments of HLS, and the small pictures besides. Nothing of the original's metadata goes with it.
/// </summary>
public sealed class VideoEncoding(VideoSettings settings)
{
    private const double Quality = 23;
    private const int SoundKilobits = 128;
    private const int SoundRate = 48_000;
    private const int MostChannels = 2;

    // What a rung may take a second at most, in kilobits: bounds the disk, and what readers' lines have to carry.
    private static readonly Dictionary<string, int> _most = new() { ["360"] = 1_000, ["720"] = 3_000, ["1080"] = 6_000 };

    /// <summary>The command, as it follows the name of the program.</summary>
    /// <param name="input">Path of the original.</param>
    /// <param name="cells">Path that the small pictures are named after.</param>
    public string Command(string input, string demuxer, SourceVideo source, IReadOnlyList<VideoRendition> ladder, CellGrid grid, string cells)
    {
        var graph = new FilterGraph(source, ladder, grid);
        var processor = FFMpegArguments
            .FromFileInput(input, false, options => options
                .WithThreads(settings.Threads)
                .WithDuration(settings.Length + TimeSpan.FromSeconds(1))
                .WithCustomArgument($"-f {demuxer} {Ffmpeg.FilesOnly}"))
            .OutputToMany(outputs =>
            {
                foreach (var rendition in ladder)
                    outputs.OutputToFile(Targets(rendition), true, options => Film(options, rendition, source));
                outputs.OutputToFile(cells, true, Cells);
            });
        return string.Create(CultureInfo.InvariantCulture, $"-filter_complex_threads {settings.Threads} -filter_complex \"{graph}\" {processor.Arguments}");
    }

    /// <summary>Most bytes that any one file of a rendition comes to.</summary>
    public static long MostBytes(TimeSpan length) => (long)((_most["1080"] + SoundKilobits) * 1_000 / 8 * 1.1 * (length.TotalSeconds + 60));

    private static string Targets(VideoRendition rendition)
    {
        var (mp4, playlist, segments) = (VideoFiles.Mp4(rendition.Name), VideoFiles.Playlist(rendition.Name), VideoFiles.Segments(rendition.Name));
        return $"[f=mp4:movflags=+faststart]{mp4}|[f=hls:hls_time={VideoLimits.SegmentSeconds}:hls_playlist_type=vod:hls_segment_type=fmp4"
            + $":hls_flags=single_file:hls_segment_filename={segments}]{playlist}";
    }

    private void Film(FFMpegOutputOptions options, VideoRendition rendition, SourceVideo source)
    {
        var most = _most[rendition.Name];
        options
            .WithCustomArgument($"-map \"{FilterGraph.Output(rendition)}\"")
            .WithVideoCodec(VideoCodec.LibX264)
            .WithSpeedPreset(EncoderPreset.VeryFast)
            .WithConstantRateFactor(Quality)
            .WithThreads(settings.Threads)
            .WithFpsMode(FpsMode.VariableFrameRate)
            .WithoutMetadata()
            .WithCustomArgument($"-map_chapters -1 -maxrate {most}k -bufsize {most * 2}k -profile:v high -sc_threshold 0 -flags +global_header")
            .WithCustomArgument($"-force_key_frames expr:gte(t,n_forced*{VideoLimits.SegmentSeconds}) -f tee");
        if (source.Sound is { } sound)
            Sound(options, sound);
    }

    /// <summary>Gaps are filled with silence, so that sound and film stay together in players that only count samples.</summary>
    private static void Sound(FFMpegOutputOptions options, ProbedFile.Track sound) => options
        .WithCustomArgument($"-map 0:{sound.Index} -af aresample=async=1:first_pts=0")
        .WithAudioCodec(AudioCodec.Aac)
        .WithAudioBitrate(SoundKilobits)
        .WithAudioChannels(Math.Min(sound.Channels, MostChannels))
        .WithAudioSamplingRate(SoundRate);

    private static void Cells(FFMpegOutputOptions options) => options
        .WithCustomArgument($"-map \"{FilterGraph.Cells}\" -enc_time_base 1:{CellGrid.Ticks} -c:v png -frame_pts 1")
        .WithFpsMode(FpsMode.Passthrough);
}
