using News.Domain.Media;
using News.Domain.Media.Videos;
using News.Functions.Media.Pictures;
using News.Functions.Media.Probing;
using News.Functions.Media.Stills;
using News.Functions.Media.Transcoding;

namespace News.Functions.Media.Videos;

/// <summary>From a video as it was dropped to every file of it.</summary>
public sealed class VideoPipeline(VideoSettings settings, VideoProbe probe, Ffmpeg ffmpeg, PosterFrame poster, PicturePipeline pictures, TimeProvider time)
{
    /// <summary>Raised when the files it makes change: part of their address, which is cached for ever.</summary>
    public const int Version = 1;

    // Shares of the whole, by the clock: what comes after encoding is short.
    private const double Encoded = 0.95;
    private const double LeastMissing = 0.5;
    private const double ShareMissing = 0.02;

    private readonly VideoEncoding _encoding = new(settings);

    /// <summary>Makes all files of a video.</summary>
    /// <param name="original">Path of the file as it was dropped.</param>
    /// <param name="folder">An empty folder; afterwards it holds the files the answer names, and those in <paramref name="stills"/>.</param>
    /// <param name="stills">An empty folder for what is needed on the way.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <exception cref="MediaRejectedException">It can never be processed. Anything else may pass.</exception>
    public async Task<MadeVideo> Make(string original, string folder, string stills, Func<double, Task> progress, CancellationToken ct)
    {
        var format = MediaSignature.Identify(original);
        var source = await probe.Read(original, format, folder, ct);
        var ladder = VideoLadder.Of(source.Width, source.Height);
        var grid = CellGrid.Of(source.Seconds(), source.Width, source.Height);
        var command = _encoding.Command(original, Demuxers.Of(format), source, ladder, grid, Path.Combine(stills, CellGrid.Pattern));
        await Encode(command, source, folder, progress, ct);
        var tallest = VideoFiles.Mp4(ladder[^1].Name);
        var seconds = await probe.Duration(tallest, folder, ct);
        CheckWhole(source, seconds);
        var cells = CellGrid.In(stills);
        var frame = await poster.Find(cells, tallest, folder, stills, ct);
        var picture = await Poster(frame, folder, ct);
        Storyboard.Write(cells, grid, seconds, folder);
        foreach (var rendition in ladder)
            SegmentPlaylist.Complete(Path.Combine(folder, VideoFiles.Playlist(rendition.Name)), seconds);
        await File.WriteAllTextAsync(Path.Combine(folder, VideoFiles.Master), MasterPlaylist.Of(ladder, source.Sound is not null, folder), ct);
        return new(new(Version, source.Width, source.Height, Math.Round(seconds, 3), ladder, []), picture, frame);
    }

    /// <summary>The frame is our own: where nothing can be made of it, it is not the video that is to blame but the moment.</summary>
    private async Task<PictureAsset> Poster(string frame, string folder, CancellationToken ct)
    {
        try
        {
            return await pictures.Make(frame, folder, null, ct);
        }
        catch (MediaRejectedException refused)
        {
            throw new InvalidOperationException("The poster could not be made.", refused);
        }
    }

    private async Task Encode(string command, SourceVideo source, string folder, Func<double, Task> progress, CancellationToken ct)
    {
        using var step = Spans.Start("media.transcode");
        var began = time.GetTimestamp();
        Task Told(TimeSpan at) => source.Seconds() is { } length ? progress(Encoded * Math.Clamp(at.TotalSeconds / length, 0, 1)) : Task.CompletedTask;
        if (await ffmpeg.Run(command, folder, VideoEncoding.MostBytes(settings.Length), Told, ct))
            return;
        throw new MediaRejectedException(time.GetElapsedTime(began) >= settings.Time
            ? $"Making the video's files took longer than {settings.Time.TotalMinutes} minutes."
            : "The video is damaged, of a kind that cannot be opened here, or takes too much memory: it could not be converted.");
    }

    /// <summary>What ends long before it says that it does is cut off, and nobody wants half a film.</summary>
    private void CheckWhole(SourceVideo source, double seconds)
    {
        if (seconds <= 0)
            throw new MediaRejectedException("There is not one picture in the video.");
        if (seconds > settings.Length.TotalSeconds)
            throw probe.TooLong(seconds);
        if (source.Seconds() - seconds is { } missing && missing > Math.Max(LeastMissing, ShareMissing * seconds))
            throw new MediaRejectedException(FormattableString.Invariant($"The video is cut off: it ends after {seconds:0.0} of {source.Seconds():0.0} seconds."));
    }
}
