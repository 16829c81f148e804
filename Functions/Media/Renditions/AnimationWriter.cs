using NetVips;
using News.Domain.Media;
using News.Functions.Media.Decoding;
using News.Functions.Media.Rights;
using News.Functions.Media.Sizes;

namespace News.Functions.Media.Renditions;

/// <summary>Makes the moving files of an animation: WebP in every width, and one GIF for what cannot play that.</summary>
/// <param name="frames">The frames, prepared.</param>
/// <param name="animation">How they follow each other.</param>
/// <param name="folder">Where the files go.</param>
public sealed class AnimationWriter(IReadOnlyList<Image> frames, Animation animation, PictureRights rights, string folder)
{
    private const int WebPQuality = 75;
    private const int WebPEffort = 2;
    private const int GifEffort = 3;
    private const int GifWidth = 640;

    /// <summary>How far a pixel of GIF may stay behind its frame: noise that nobody sees makes files twice as long.</summary>
    private const double GifError = 6;

    /// <summary>Writes them.</summary>
    /// <param name="original">Width and height of the original, upright.</param>
    /// <returns>The files, WebP first.</returns>
    public IReadOnlyList<PictureFile> Write((int Width, int Height) original, CancellationToken ct)
    {
        var sizes = Rendition.Whole(original, (frames[0].Width, frames[0].Height)).ToList();
        return
        [
            .. sizes.Where(size => PictureFiles.TakesWebP(size.Width, size.Height)).Select(size => WebP(size, ct)),
            Gif(sizes.Last(size => size == sizes[0] || size.Width <= GifWidth), ct),
        ];
    }

    private PictureFile WebP(Rendition size, CancellationToken ct)
    {
        var file = $"{size.Name}.webp";
        Save(size, image => image.Webpsave(Path.Combine(folder, file), q: WebPQuality, effort: WebPEffort, keep: Enums.ForeignKeep.Xmp), ct);
        return Made(file, "image/webp", size);
    }

    private PictureFile Gif(Rendition size, CancellationToken ct)
    {
        var file = $"{size.Name}.gif";
        Save(size, image => image.Gifsave(Path.Combine(folder, file), effort: GifEffort, interframeMaxerror: GifError, keep: Enums.ForeignKeep.None), ct);
        return Made(file, "image/gif", size);
    }

    private void Save(Rendition size, Action<Image> save, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var resized = frames.Select(frame => Resizing.To(frame, size.Width, size.Height)).ToArray();
        using var column = Image.Arrayjoin(resized, across: 1);
        using var labelled = RightsLabel.Put(column, rights);
        using var moving = labelled.Mutate(fields => Move(fields, size.Height));
        using var killed = ct.UnsafeRegister(_ => moving.SetKill(true), null);
        try
        {
            save(moving);
        }
        catch (VipsException) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(ct);
        }
        finally
        {
            Array.ForEach(resized, frame => frame.Dispose());
        }
    }

    private void Move(MutableImage fields, int height)
    {
        fields.Set(GValue.GIntType, "page-height", height);
        fields.Set(GValue.ArrayIntType, "delay", animation.Delays.ToArray());
        fields.Set(GValue.GIntType, "loop", animation.Loop);
    }

    private PictureFile Made(string file, string type, Rendition size) =>
        new(file, type, size.Width, size.Height, new FileInfo(Path.Combine(folder, file)).Length);
}
