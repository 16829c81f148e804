namespace News.Domain.Blocks;

/// <summary>The media a block refers to.</summary>
public static class BlockPictures
{
    /// <summary>Each reference to a picture or video, those in a box too.</summary>
    public static IEnumerable<PictureRef> Of(Block block) => block switch
    {
        Block.Image image => [image.Picture!],
        Block.Gallery gallery => gallery.Pictures!,
        Block.Video video => [video.Reference!],
        Block.Box box => box.Blocks!.SelectMany(Of),
        _ => [],
    };

    /// <summary>Each reference to a video, those in a box too.</summary>
    public static IEnumerable<PictureRef> VideosOf(Block block) => block switch
    {
        Block.Video video => [video.Reference!],
        Block.Box box => box.Blocks!.SelectMany(VideosOf),
        _ => [],
    };
}
