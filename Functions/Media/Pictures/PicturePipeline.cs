using System.Globalization;
using System.Security.Cryptography;
using NetVips;
using News.Domain.Blocks;
using News.Domain.Media;
using News.Functions.Media.Decoding;
using News.Functions.Media.Placeholders;
using News.Functions.Media.Renditions;

namespace News.Functions.Media.Pictures;

/// <summary>
/// From a picture as it was dropped to every file of it. One picture is made at a time, with all the threads there are: two would
/// take as long and twice the memory.
/// </summary>
public sealed class PicturePipeline(PictureSettings settings, PictureGate gate, PictureOpening opening, TimeProvider time) : IDisposable
{
    /// <summary>Raised when the files it makes change: part of their address, which is cached for ever.</summary>
    public const int Version = 1;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly RenditionWriter _writer = new(settings.Threads);

    /// <summary>Makes all files of a picture.</summary>
    /// <param name="originalPath">The file as it was dropped.</param>
    /// <param name="workFolder">An empty folder; afterwards it holds exactly the files the answer names.</param>
    /// <param name="focus">The point that crops keep; null has it detected.</param>
    /// <exception cref="MediaRejectedException">It can never be processed. Anything else may pass.</exception>
    public Task<PictureAsset> Make(string originalPath, string workFolder, FocusPoint? focus, CancellationToken ct) =>
        InTurn(originalPath, workFolder, (opened, picture, limited) => Make(AssetOf(originalPath), opened, picture, focus, workFolder, limited), ct);

    /// <summary>Makes the crops again around another point; their names differ from those around any other.</summary>
    /// <returns>The asset with that focus and those crops; its other files are not made again.</returns>
    /// <exception cref="MediaRejectedException">It can never be processed.</exception>
    public Task<PictureAsset> Crop(PictureAsset asset, string originalPath, string workFolder, FocusPoint focus, CancellationToken ct) =>
        InTurn(originalPath, workFolder, (opened, picture, limited) => Cropped(asset, opened, picture, FocusDetection.Rounded(focus), workFolder, limited), ct);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private PictureAsset Make(string id, OpenedPicture opened, PreparedPicture picture, FocusPoint? focus, string folder, CancellationToken ct)
    {
        var miniature = Miniature.Of(picture.Still);
        var asset = new PictureAsset(
            id,
            Version,
            opened.UprightWidth,
            opened.UprightHeight,
            opened.Animation is not null,
            picture.Transparent,
            ThumbHash.Of(miniature),
            DominantColor.Of(miniature),
            focus is null ? FocusDetection.Find(picture.Still) : FocusDetection.Rounded(focus),
            opened.Rights.Text,
            [],
            new Dictionary<string, IReadOnlyList<PictureFile>>());
        return Cropped(asset with { Files = Whole(opened, picture, folder, ct) }, opened, picture, asset.Focus, folder, ct);
    }

    private IReadOnlyList<PictureFile> Whole(OpenedPicture opened, PreparedPicture picture, string folder, CancellationToken ct)
    {
        using var step = Spans.Start("media.renditions");
        var original = (opened.UprightWidth, opened.UprightHeight);
        if (opened.Animation is { } animation)
            return new AnimationWriter(picture.Frames, animation, opened.Rights, folder).Write(original, ct);
        var renditions = Rendition.Whole(original, (picture.Still.Width, picture.Still.Height));
        return ByType(_writer.Write(picture.Still, renditions, opened.Rights, opened.Graphic, folder, ct));
    }

    private PictureAsset Cropped(PictureAsset asset, OpenedPicture opened, PreparedPicture picture, FocusPoint focus, string folder, CancellationToken ct)
    {
        using var step = Spans.Start("media.crops");
        var renditions = Rendition.Crops((opened.UprightWidth, opened.UprightHeight), (picture.Still.Width, picture.Still.Height), focus);
        var made = _writer.Write(picture.Still, renditions, opened.Rights, opened.Graphic, folder, ct);
        return asset with { Focus = focus, Crops = made.GroupBy(file => file.Rendition.Shape!.Name).ToDictionary(crop => crop.Key, ByType) };
    }

    private static IReadOnlyList<PictureFile> ByType(IEnumerable<(Rendition, PictureFile File)> made) =>
        [.. made.GroupBy(file => file.File.Type).SelectMany(type => type.Select(file => file.File))];

    /// <summary>Opens and decodes it, one picture at a time, and does the rest within the time set.</summary>
    private async Task<PictureAsset> InTurn(
        string path, string folder, Func<OpenedPicture, PreparedPicture, CancellationToken, PictureAsset> rest, CancellationToken ct)
    {
        VipsPolicy.Apply(settings.Threads);
        gate.CheckFile(path);
        await _turn.WaitAsync(ct);
        using var late = new CancellationTokenSource(settings.Time, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        var decoding = Directory.CreateDirectory(Path.Combine(folder, "decoding"));
        try
        {
            return await Task.Run(() => Now(path, decoding.FullName, rest, limited.Token), limited.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new MediaRejectedException(string.Create(
                CultureInfo.InvariantCulture, $"Making the picture's files took longer than {settings.Time.TotalSeconds:N0} seconds."));
        }
        finally
        {
            decoding.Delete(recursive: true);
            _turn.Release();
        }
    }

    private async Task<PictureAsset> Now(
        string path, string decoding, Func<OpenedPicture, PreparedPicture, CancellationToken, PictureAsset> rest, CancellationToken ct)
    {
        var (opened, picture) = await Decode(path, decoding, ct);
        using (picture)
            return rest(opened, picture, ct);
    }

    /// <summary>The pixels it was opened with are gone afterwards: what a decoder holds is much, and no encoder needs it.</summary>
    private async Task<(OpenedPicture, PreparedPicture)> Decode(string path, string decoding, CancellationToken ct)
    {
        using var step = Spans.Start("media.decode");
        try
        {
            using var opened = await opening.Open(path, MediaSignature.Identify(path), decoding, ct);
            return (opened, PreparedPicture.Of(opened, ct));
        }
        catch (VipsException fault)
        {
            ct.ThrowIfCancellationRequested();
            throw new MediaRejectedException("The file is damaged or cut off: it cannot be decoded to its end.", fault);
        }
    }

    private static string AssetOf(string path)
    {
        using var file = File.OpenRead(path);
        return AssetId.Of(SHA256.HashData(file));
    }
}
