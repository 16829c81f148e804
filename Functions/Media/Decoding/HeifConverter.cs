using System.Globalization;
using System.Text.RegularExpressions;

namespace News.Functions.Media.Decoding;

/// <summary>
/// Turns HEIC into what libvips reads, with Debian's <c>heif-convert</c> as a bounded child process: the decoder that libvips
/// would need is under patents and comes with no build of it. AVIF too large to open here goes the same way.
/// </summary>
public sealed partial class HeifConverter(PictureGate gate, PictureSettings settings)
{
    private const string Convert = "heif-convert";
    private const string Info = "heif-info";
    private const long Mebi = 1_048_576;

    /// <summary>JPEG for eight bits without alpha, because writing PNG takes five times as long; this is far above what anyone can see.</summary>
    private const string Quality = "98";

    private readonly BoundedProcess _child = new(MediaLimits.ConverterMegabytes * Mebi, MediaLimits.ConvertedMegabytes * Mebi, settings.Time);

    /// <summary>Converts the primary picture, turned as the file says.</summary>
    /// <returns>The path of a JPEG or PNG in the folder.</returns>
    /// <exception cref="MediaRejectedException">It is damaged, too large or too slow, or nothing here can open it.</exception>
    public async Task<string> Run(string path, int bits, string folder, CancellationToken ct)
    {
        if (!BoundedProcess.Finds(Convert))
            throw new MediaRejectedException("This server cannot open HEIC; export the picture as JPEG.");
        var pictures = Pictures(await _child.Run(Info, [path], folder, ct) ?? throw Damaged());
        var primary = Math.Max(0, pictures.FindIndex(picture => picture.Primary));
        gate.CheckSize(pictures[primary].Width, pictures[primary].Height);
        var type = bits > 8 || pictures[primary].Alpha ? ".png" : ".jpg";
        _ = await _child.Run(Convert, ["-q", Quality, path, "picture" + type], folder, ct) ?? throw Damaged();
        return Path.Combine(folder, pictures.Count == 1 ? "picture" + type : $"picture-{(primary + 1).ToString(CultureInfo.InvariantCulture)}{type}");
    }

    private static MediaRejectedException Damaged() => new("The HEIC or AVIF file is damaged, cut off, or too much to open.");

    private static List<(int Width, int Height, bool Primary, bool Alpha)> Pictures(string info)
    {
        var pictures = PictureLine().Matches(info)
            .Select(line => (Number(line.Groups[1]), Number(line.Groups[2]), line.Groups[3].Success, line.Groups[4].Value == "yes"))
            .ToList();
        return pictures.Count > 0 ? pictures : throw Damaged();
    }

    private static int Number(Group digits) => int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Damaged();

    [GeneratedRegex(@"^image: (\d+)x(\d+) \(id=\d+\)(, primary)?(?:\n .*?)*?\n\s+alpha channel: (\w+)", RegexOptions.Multiline)]
    private static partial Regex PictureLine();
}
