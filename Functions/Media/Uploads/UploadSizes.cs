using News.Functions.Media.Captions;
using News.Functions.Media.Decoding;
using News.Functions.Media.Videos;

namespace News.Functions.Media.Uploads;

/// <summary>How many bytes a file of each kind may have.</summary>
public sealed class UploadSizes(PictureSettings pictures, VideoSettings videos)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Most bytes of a file of this kind; of one whose kind is not known, of any.</summary>
    public long Most(MediaKind kind) => kind switch
    {
        MediaKind.Picture => pictures.Bytes,
        MediaKind.Captions => CaptionLimits.Bytes,
        _ => videos.Bytes,
    };

    /// <summary>Before it is copied here.</summary>
    /// <exception cref="MediaRejectedException">It is too long.</exception>
    public void Check(MediaKind kind, long length)
    {
        if (length > Most(kind))
            throw new MediaRejectedException($"The file has {(length + Megabyte - 1) / Megabyte} MB; at most {Most(kind) / Megabyte} MB are taken.");
    }
}
