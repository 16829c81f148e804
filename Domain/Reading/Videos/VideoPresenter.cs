using News.Domain.Blocks;
using News.Domain.Media;
using News.Domain.Media.Videos;
using News.Domain.Reading.Pictures;

namespace News.Domain.Reading.Videos;

/// <summary>Gives readers every file of a video.</summary>
public sealed class VideoPresenter(SiteAddress site, PicturePresenter pictures)
{
    /// <summary>The picture or video that an asset is, in the words of its own.</summary>
    public IMediaView Show(MediaAsset asset) => asset.Video is null
        ? pictures.Show(new(asset.Id), asset.Facts())
        : Show(new(asset.Id), asset.Facts());

    /// <summary>The video in its place.</summary>
    /// <param name="facts">Of its asset; null while that is not ready.</param>
    public VideoView Show(PictureRef reference, PictureFacts? facts)
    {
        var poster = pictures.Show(reference, facts);
        if (facts?.Video is not { } video)
            return new(reference.Asset, null, null, null, poster, null, [], [], null);
        string Url(string file) => site.Media(reference.Asset, video.Version, file);
        return new(
            reference.Asset,
            video.Width,
            video.Height,
            video.DurationSeconds,
            poster,
            Url(VideoFiles.Master),
            [.. video.Renditions.Select(rendition => new VideoSource(rendition.Height, Url(VideoFiles.Mp4(rendition.Name))))],
            [.. video.Captions.Select(track => new VideoCaptions(track.Lang, Url(track.File)))],
            new(Url(VideoFiles.Storyboard), Url(VideoFiles.StoryboardCues)));
    }
}
