using NetVips;
using News.Domain.Media;
using News.Functions.Media.Rights;
using News.Functions.Media.Sizes;

namespace News.Functions.Media.Renditions;

/// <summary>Makes the files of a still picture, as many at once as there are threads.</summary>
public sealed class RenditionWriter(int threads)
{
    /// <summary>Writes every rendition in every type.</summary>
    /// <param name="graphic">Whether its colours are kept at full resolution.</param>
    /// <returns>The files in the order of the renditions, best type first.</returns>
    public IReadOnlyList<(Rendition Rendition, PictureFile File)> Write(
        Image picture, IEnumerable<Rendition> renditions, PictureRights rights, bool graphic, string folder, CancellationToken ct)
    {
        using var labelled = RightsLabel.Put(picture, rights);
        var works = renditions.SelectMany(rendition => Works(labelled, rendition)).ToList();
        try
        {
            // The longest first, so that none is left to the end while the other threads have nothing to do.
            Parallel.ForEach(
                works.OrderByDescending(work => work.Cost),
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = ct },
                work => work.Save(folder, graphic, ct));
            return [.. works.Select(work => (work.Rendition, work.File(folder)))];
        }
        finally
        {
            works.ForEach(work => work.Dispose());
        }
    }

    private static IEnumerable<RenditionWork> Works(Image picture, Rendition rendition)
    {
        var resized = new Lazy<Image>(() => Resized(picture, rendition));
        return Encoder.For(picture.HasAlpha(), rendition.Width, rendition.Height).Select(encoder => new RenditionWork(rendition, encoder, resized));
    }

    /// <summary>Kept in memory for the types that are made of it, unless it is too large for that.</summary>
    private static Image Resized(Image picture, Rendition rendition)
    {
        var (left, top, width, height) = rendition.Window;
        using var part = picture.Crop(left, top, width, height);
        var resized = Resizing.To(part, rendition.Width, rendition.Height);
        if (rendition.Pixels > MediaLimits.AvifPixels)
            return resized;
        using (resized)
            return resized.CopyMemory();
    }
}
