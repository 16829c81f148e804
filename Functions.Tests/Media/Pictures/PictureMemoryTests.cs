using System.Diagnostics;
using System.Globalization;
using NetVips;
using News.Functions.Tests.Media.Making;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Media.Pictures;

/// <summary>The most memory that a process making pictures of hostile and of large files ever has.</summary>
public class PictureMemoryTests
{
    private const int MostMegabytes = 600;

    [Fact]
    public async Task Stays_within_bounds_and_up()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, make) in Repository.Soak ? Hostile.Concat(Large) : Hostile)
            make(folder.File(name));
        using var child = Process.Start(Child(Path.GetDirectoryName(folder.File("."))!))!;
        var output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        var peak = output.Split('\n').SingleOrDefault(line => line.StartsWith(PictureMemoryChild.Mark, StringComparison.Ordinal));
        Assert.True(peak is not null, output);
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.InRange(long.Parse(peak.AsSpan(PictureMemoryChild.Mark.Length), CultureInfo.InvariantCulture) / 1_024, 1, MostMegabytes);
    }

    private static ProcessStartInfo Child(string folder)
    {
        var method = $"{typeof(PictureMemoryChild).FullName}.{nameof(PictureMemoryChild.Makes_them_all)}";
        return new("dotnet", [typeof(PictureMemoryChild).Assembly.Location, "-noLogo", "-explicit", "only", "-method", method])
        {
            RedirectStandardOutput = true,
            Environment = { [PictureMemoryChild.Variable] = folder },
        };
    }

    private static IEnumerable<(string Name, Action<string> Make)> Hostile =>
    [
        ("65536.png", path => File.WriteAllBytes(path, PngEditor.File(65_536, 65_536, 0, 1, [0x78, 0x9C, 3, 0, 0, 0, 0, 1]))),
        ("bomb.png", path => Image.Black(8_000, 7_900, bands: 4).Pngsave(path, compression: 9)),
        ("pattern.svg", path => File.WriteAllText(path, "<svg xmlns='http://www.w3.org/2000/svg' width='1000' height='1000'><pattern id='p' width='12000' height='12000' patternUnits='userSpaceOnUse'><rect width='12000' height='12000' fill='red'/></pattern><rect width='1000' height='1000' fill='url(#p)'/></svg>")),
        ("large.jpg", path => Detailed(8_000, 7_900).Jpegsave(path, q: 70)),
    ];

    /// <summary>Within the limits, and as large as those let it be.</summary>
    private static IEnumerable<(string Name, Action<string> Make)> Large =>
    [
        ("progressive.jpg", path => Detailed(8_000, 5_900).Jpegsave(path, q: 70, interlace: true, subsampleMode: Enums.ForeignSubsample.Off)),
        ("interlaced.png", path => Detailed(8_000, 7_900).Pngsave(path, compression: 1, interlace: true)),
        ("large.webp", path => Detailed(6_000, 6_000).Webpsave(path, effort: 0)),
        ("large.avif", path => Detailed(5_000, 4_000).Heifsave(path, compression: Enums.ForeignHeifCompression.Av1, effort: 0)),
        ("larger.avif", path => Detailed(5_400, 4_200).Heifsave(path, compression: Enums.ForeignHeifCompression.Av1, effort: 0)),
        ("tall.png", path => Detailed(1_000, 36_000).Pngsave(path, compression: 1)),
        ("moving.gif", path => Frames(75, 800, 790).Gifsave(path, effort: 1)),
    ];

    private static Image Detailed(int width, int height)
    {
        using var tile = Flat.Noise(500, 500);
        return tile.Replicate((width / 500) + 1, (height / 500) + 1).Crop(0, 0, width, height);
    }

    private static Image Frames(int count, int width, int height) =>
        Detailed(width, count * height).Mutate(fields => fields.Set(GValue.GIntType, "page-height", height));
}
