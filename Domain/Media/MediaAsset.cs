using System.Globalization;
using System.Text.Json.Serialization;
using News.Domain.Articles;
using News.Domain.Media.Videos;

namespace News.Domain.Media;

/// <summary>A picture or video of the newsroom's library, ready to be shown.</summary>
public sealed record MediaAsset
{
    /// <summary>Partition of the newest-first list of all assets.</summary>
    public const string List = "media";

    /// <summary>Id of the one document in an asset's partition that is no use.</summary>
    public const string DocumentId = "asset";

    /// <summary>Before every use.</summary>
    public const string UsePrefix = "use:";

    /// <summary>See <see cref="AssetId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>When the file was dropped.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What the file was called.</summary>
    public required string FileName { get; init; }

    /// <summary>Length of the original.</summary>
    public required long Bytes { get; init; }

    /// <summary>What it says wherever an article says nothing: what the file said, until an editor says better.</summary>
    public required MediaText Text { get; init; }

    /// <summary>The picture; of a video its poster.</summary>
    public required PictureAsset Picture { get; init; }

    /// <summary>Null for a picture.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VideoFacts? Video { get; init; }

    /// <summary>Other points of interest it has crops for, as <see cref="PictureFiles.FocusKey"/> writes them.</summary>
    public IReadOnlyList<string> Focuses { get; init; } = [];

    /// <summary>Whether it is about to be gone; nothing may refer to it any more.</summary>
    public bool Deleting { get; init; }

    /// <summary>What articles keep of it.</summary>
    public PictureFacts Facts() => new(
        Picture.PipelineVersion,
        Picture.Width,
        Picture.Height,
        Picture.Animated,
        Picture.Transparent,
        Picture.ThumbHash,
        Picture.Color,
        PictureFiles.FocusKey(Picture.Focus),
        Text,
        Focuses.Count > 0 ? Focuses : null,
        Video);

    /// <summary>Every file that readers get of it.</summary>
    public IEnumerable<MediaFile> Files() =>
        Picture.Files.Concat(Picture.Crops.Values.SelectMany(files => files)).Select(file => new MediaFile(Folder(Picture.PipelineVersion), file.File, file.Type))
            .Concat(Video is null ? [] : VideoFiles.Of(Video).Select(file => new MediaFile(Folder(Video.Version), file.Name, file.Type)));

    /// <summary>Where the files of one version of a pipeline are, below <c>media/</c>.</summary>
    public string Folder(int version) => string.Create(CultureInfo.InvariantCulture, $"{Id}/{version}/");

    /// <summary>Whether it has crops around a point.</summary>
    /// <param name="focus">As <see cref="PictureFiles.FocusKey"/> writes it.</param>
    public bool HasCrops(string focus) => focus == PictureFiles.FocusKey(Picture.Focus) || Focuses.Contains(focus);

    /// <summary>Partition of an asset and its uses.</summary>
    public static string Partition(string id) => $"media:{id}";

    /// <summary>Id of the document that says an article uses the asset.</summary>
    public static string UseId(string articleId) => UsePrefix + articleId;

    /// <summary>Id in the list of all assets.</summary>
    public static string EntryId(DateTimeOffset createdAt, string id) => $"{Instant.Sortable(createdAt)}-{id}";
}
