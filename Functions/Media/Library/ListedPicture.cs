using News.Domain.Media;
using News.Domain.Reading.Pictures;

namespace News.Functions.Media.Library;

/// <summary>A picture in the newsroom's library.</summary>
public sealed record ListedPicture : PictureView, IListedMedia
{
    private ListedPicture(PictureView picture)
        : base(picture)
    {
    }

    public required string FileName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Slugs of the articles that show it, published or not.</summary>
    public required IReadOnlyList<string> UsedBy { get; init; }

    public static ListedPicture Of(MediaAsset asset, PictureView picture, IReadOnlyList<string> usedBy) =>
        new(picture) { FileName = asset.FileName, CreatedAt = asset.CreatedAt, UsedBy = usedBy };
}
