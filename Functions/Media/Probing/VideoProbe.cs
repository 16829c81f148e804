using System.Text.Json;
using News.Functions.Media.Transcoding;
using News.Functions.Media.Videos;

namespace News.Functions.Media.Probing;

/// <summary>Reads what a file says about itself, and turns it away where that is enough to.</summary>
public sealed class VideoProbe(Ffmpeg ffmpeg, VideoSettings settings)
{
    private const string Wanted =
        "stream=index,codec_name,codec_type,pix_fmt,width,height,channels,sample_aspect_ratio,field_order,color_range,color_space,color_transfer,avg_frame_rate,duration"
        + ":stream_disposition=default,attached_pic:stream_side_data=rotation,dv_profile:format=duration";

    private const string Damaged = "The video is damaged or cut off: it cannot be opened.";

    /// <summary>The tracks to use, accepted.</summary>
    /// <param name="path">From the folder on.</param>
    /// <param name="format">What the file is by its content; nothing else is tried.</param>
    /// <exception cref="MediaRejectedException">There is nothing to play, or more than is taken.</exception>
    public async Task<SourceVideo> Read(string path, MediaFormat format, string folder, CancellationToken ct)
    {
        using var step = Spans.Start("media.probe");
        if (!Ffmpeg.IsInstalled)
            throw new MediaRejectedException("This server cannot open videos, for ffmpeg is not installed.");
        var file = await Probe(path, Demuxers.Of(format), folder, ct) ?? throw new MediaRejectedException(Damaged);
        var source = SourceVideo.Of(file) ?? throw new MediaRejectedException(NoFilm(file));
        Check(source);
        return source;
    }

    /// <summary>How long a file that was made here is, in seconds.</summary>
    public async Task<double> Duration(string path, string folder, CancellationToken ct) =>
        await Probe(path, Demuxers.Of(MediaFormat.Mp4), folder, ct) is { Format.Duration: { } seconds } ? SourceVideo.Seconds(seconds) ?? 0 : 0;

    private async Task<ProbedFile?> Probe(string path, string demuxer, string folder, CancellationToken ct)
    {
        string[] arguments = ["-v", "error", "-of", "json", "-f", demuxer, .. CommandLine.Split(Ffmpeg.FilesOnly), "-show_entries", Wanted, path];
        if (await ffmpeg.Probe(arguments, folder, ct) is not { } json)
            return null;
        try
        {
            return JsonSerializer.Deserialize(json, ProbeJson.Default.ProbedFile);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Check(SourceVideo source)
    {
        if ((long)source.StoredWidth * source.StoredHeight > VideoLimits.Pixels)
            throw new MediaRejectedException($"The video has {source.StoredWidth} × {source.StoredHeight} pixels; at most {VideoLimits.Pixels / 1_000_000} megapixels a frame are taken.");
        if (Math.Max(source.Width, source.Height) > VideoLimits.Slimness * (long)Math.Min(source.Width, source.Height))
            throw new MediaRejectedException($"The video would be shown {source.Width} × {source.Height}, which no page has room for.");
        if (source.IsDolbyOnly)
            throw new MediaRejectedException("The video's colours are those of Dolby Vision alone (profile 5); export it as HDR10, HLG or ordinary video.");
        if (source.Seconds() > settings.Length.TotalSeconds)
            throw TooLong(source.Seconds()!.Value);
    }

    /// <summary>What a person is told about a video that is too long.</summary>
    public MediaRejectedException TooLong(double seconds) =>
        new($"The video runs {Math.Ceiling(seconds / 60)} minutes; at most {settings.Length.TotalMinutes} are taken.");

    private static string NoFilm(ProbedFile file) =>
        file.Streams is not { Count: > 0 } tracks ? "There is nothing in the video file."
        : tracks.Count > VideoLimits.Tracks ? $"The video file has {tracks.Count} tracks; at most {VideoLimits.Tracks} are taken."
        : tracks.Any(track => track.CodecType == "audio") ? "The file has sound but no film; export it as a video."
        : "The file has no film that can be opened here.";
}
