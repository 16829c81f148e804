using NetVips;
using News.Domain.Media;

namespace News.Functions.Media.Renditions;

/// <summary>One file to be made.</summary>
/// <param name="Resized">The picture in its size, which the other types of the same size share.</param>
internal sealed record RenditionWork(Rendition Rendition, Encoder Encoder, Lazy<Image> Resized) : IDisposable
{
    /// <summary>How long it takes, against the others.</summary>
    public long Cost => Rendition.Pixels * Encoder.Cost;

    private string Name => $"{Rendition.Name}.{Encoder.Extension}";

    /// <exception cref="OperationCanceledException">The time is over; the file is not whole.</exception>
    public void Save(string folder, bool graphic, CancellationToken ct)
    {
        if (Rendition.Twin is { } name && Path.Combine(folder, $"{name}.{Encoder.Extension}") is var twin && System.IO.File.Exists(twin))
            System.IO.File.Copy(twin, Path.Combine(folder, Name), overwrite: true);
        else
            Make(folder, graphic, ct);
    }

    public PictureFile File(string folder) =>
        new(Name, Encoder.Type, Rendition.Width, Rendition.Height, new FileInfo(Path.Combine(folder, Name)).Length);

    public void Dispose()
    {
        if (Resized.IsValueCreated)
            Resized.Value.Dispose();
    }

    private void Make(string folder, bool graphic, CancellationToken ct)
    {
        var image = Resized.Value;
        using var killed = ct.UnsafeRegister(_ => image.SetKill(true), null);
        try
        {
            Encoder.Save(image, Path.Combine(folder, Name), graphic);
        }
        catch (VipsException) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(ct);
        }
    }
}
