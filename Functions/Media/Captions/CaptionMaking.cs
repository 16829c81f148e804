using System.Security.Cryptography;
using System.Text;
using News.Domain.Media;
using News.Domain.Media.Uploads;
using News.Domain.Media.Videos;
using News.Domain.Reading;
using News.Functions.Media.Processing;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Captions;

/// <summary>
/// Captions become a track of their video, whichever comes first: captions are put aside before the video is looked for, and a ready video
/// looks for captions after it can be found, so one of the two sees the other.
/// </summary>
public sealed class CaptionMaking(AssetStore assets, MediaUsers users, CaptionFiles files, UploadStatuses statuses, SiteAddress site)
{
    private const int HashLength = 10;

    /// <summary>Makes a track of captions that were dropped.</summary>
    /// <param name="wanted">What was said when they were announced.</param>
    /// <returns>The video's asset; null while there is no such video.</returns>
    /// <exception cref="MediaRejectedException">They can never be a track of it.</exception>
    public async Task<string?> Make(HeldUpload upload, UploadStatus wanted, string path, CancellationToken ct)
    {
        using var step = Spans.Start("media.captions");
        var cues = CaptionReader.Read(await File.ReadAllBytesAsync(path, ct));
        var name = CaptionName.Of(upload.Name);
        var lang = wanted.Lang ?? name.Lang ?? site.Lang;
        if (wanted.CaptionsOf is { } asset)
            return await Attach(asset, lang, cues, ct);
        if (upload.IsAnnounced)
            throw new MediaRejectedException("Whose captions are they? Name the video as captionsOf when you ask for the address.");
        await files.PutBeside(name.Clip, lang, WebVtt.Write(cues), upload.Id, ct);
        return await files.FindVideo(name.Clip, ct) is { } video && await Find(video, ct) is not null ? await Attach(video, lang, cues, ct) : null;
    }

    /// <summary>Gives a ready video the captions that came before it, and those it had before its files were made again.</summary>
    /// <param name="blobName">Where the video was dropped.</param>
    public async Task Join(string asset, string blobName, CancellationToken ct)
    {
        var clip = CaptionName.ClipOf(blobName);
        await files.PutVideo(clip, asset, ct);
        foreach (var captions in (await files.FindBeside(clip, ct)).Concat(await files.Kept(asset, ct)))
            await TryAttach(asset, captions, ct);
    }

    /// <summary>Whoever dropped the captions is told what has become of them.</summary>
    private async Task TryAttach(string asset, WaitingCaptions captions, CancellationToken ct)
    {
        var now = new UploadStatus(UploadState.Ready, 1, Asset: asset);
        try
        {
            await Attach(asset, captions.Lang, CaptionReader.Read(captions.Text.Span), ct);
        }
        catch (MediaRejectedException rejected)
        {
            now = new(UploadState.Rejected, 1, rejected.Message);
        }

        if (captions.Upload.Length > 0)
            await statuses.Write(captions.Upload, now, ct);
    }

    private async Task<string> Attach(string id, string lang, IReadOnlyList<CaptionCue> cues, CancellationToken ct)
    {
        var (asset, video) = await Find(id, ct) ?? throw new MediaRejectedException($"There is no video {id}.");
        var text = WebVtt.Write(cues, TimeSpan.FromSeconds(video.DurationSeconds));
        var track = new CaptionTrack(lang, NameOf(lang, text));
        if (video.Captions.Contains(track))
            return id;
        if (With(video, track).Captions.Count > CaptionLimits.Languages)
            throw new MediaRejectedException($"The video has captions in {CaptionLimits.Languages} languages already.");
        await files.Keep(id, lang, text, ct);
        await files.Publish(asset.Folder(video.Version) + track.File, text, ct);
        await users.Change(id, there => there with { Video = With(there.Video!, track) }, ct);
        return id;
    }

    private async Task<(MediaAsset Asset, VideoFacts Video)?> Find(string id, CancellationToken ct) =>
        await assets.Read(id, ct) is { Asset: { Deleting: false, Video: { } video } asset } ? (asset, video) : null;

    private static VideoFacts With(VideoFacts video, CaptionTrack track) => video with
    {
        Captions = [.. video.Captions.Where(other => !other.Lang.Equals(track.Lang, StringComparison.OrdinalIgnoreCase)).Append(track).OrderBy(other => other.Lang, StringComparer.Ordinal)],
    };

    /// <summary>Named after what is in it: the file under a name never changes.</summary>
    private static string NameOf(string lang, string text) =>
        $"captions-{lang}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength]}.vtt";
}
