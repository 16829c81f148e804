using News.Domain.Media;
using News.Domain.Reading.Videos;

namespace News.Functions.Media.Library;

/// <summary>A video in the newsroom's library.</summary>
public sealed record ListedVideo : VideoView, IListedMedia
{
    private ListedVideo(VideoView video)
        : base(video)
    {
    }

    public required string FileName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Slugs of the articles that show it, published or not.</summary>
    public required IReadOnlyList<string> UsedBy { get; init; }

    public static ListedVideo Of(MediaAsset asset, VideoView video, IReadOnlyList<string> usedBy) =>
        new(video) { FileName = asset.FileName, CreatedAt = asset.CreatedAt, UsedBy = usedBy };
}
