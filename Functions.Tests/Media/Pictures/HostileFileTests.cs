using System.IO.Compression;
using System.Text;
using NetVips;
using News.Functions.Tests.Media.Making;
using Xunit;

namespace News.Functions.Tests.Media.Pictures;

/// <summary>What was never meant to be a good picture. How much memory it takes is asked in <see cref="PictureMemoryTests"/>.</summary>
public class HostileFileTests
{
    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "empty", [], "empty" },
        { "text", [.. "Không phải ảnh."u8], "text" },
        { "a page", [.. "<!DOCTYPE html><html><script>alert(1)</script></html>"u8], "text" },
        { "nothing known", [0xDE, 0xAD, 0xBE, 0xEF, 0, 0, 0, 0], "no format known" },
        { "JPEG 2000 code stream", [0xFF, 0x4F, 0xFF, 0x51, 0, 0], "JPEG 2000" },
        { "JPEG XL", [0xFF, 0x0A, 0, 0], "JPEG XL" },
        { "bitmap", [.. "BM"u8, 0, 0, 0, 0], "bitmap" },
        { "Photoshop", [.. "8BPS"u8, 0, 1], "Photoshop" },
        { "PDF", [.. "%PDF-1.7"u8], "PDF" },
        { "camera raw", [.. "II*\0"u8, 16, 0, 0, 0, .. "CR\x02\0"u8], "raw" },
        { "zip", [.. "PK\x03\x04"u8, 0], "unpack" },
        { "PNG of 65536²", PngEditor.File(65_536, 65_536, 0, 1, Zeros(1_000)), "64 megapixels" },
        { "PNG of 1 × 2³¹-1", PngEditor.File(1, int.MaxValue, 0, 8, Zeros(1_000)), "" },
        { "PNG of nothing", PngEditor.File(0, 0, 0, 8, Zeros(1)), "" },
        { "JPEG of 60000²", Enlarged(60_000, 60_000), "64 megapixels" },
        { "GIF of 65535² frames", [.. "GIF89a"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x3B], "" },
        { "PNG that is a script", [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. "<script>alert(1)</script>"u8], "damaged" },
        { "JPEG's first bytes", [0xFF, 0xD8, 0xFF, 0xE0], "damaged" },
        { "AVIF's first bytes", [0, 0, 0, 20, .. "ftypavif"u8, 0, 0, 0, 0, .. "avif"u8], "damaged" },
        { "WebP's first bytes", [.. "RIFF"u8, 255, 255, 255, 127, .. "WEBPVP8 "u8, 0, 0, 0, 0], "damaged" },
        { "TIFF whose directory is itself", [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0, 1, 4, 0, 255, 255, 255, 255, 8, 0, 0, 0, 8, 0, 0, 0], "damaged" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task Is_refused_with_a_sentence(string what, byte[] file, string reason)
    {
        using var studio = new Studio();
        var said = await studio.Refusal(file);
        Assert.True(said.Contains(reason, StringComparison.Ordinal), $"{what}: {said}");
    }

    [Fact]
    public async Task Polyglot_is_a_picture_and_nothing_else_of_it_comes_through()
    {
        using var studio = new Studio();
        using var picture = Flat.Quarters();
        byte[] tail = [.. "<script>alert('polyglot')</script>"u8, .. Zip()];
        foreach (var file in (byte[][])[picture.JpegsaveBuffer(), picture.PngsaveBuffer(), picture.GifsaveBuffer(), picture.WebpsaveBuffer()])
        {
            var made = await studio.Make([.. file, .. tail]);
            Assert.All(made.All, part => Assert.DoesNotContain("polyglot", Encoding.Latin1.GetString(File.ReadAllBytes(made.Path(part))), StringComparison.Ordinal));
        }
    }

    /// <summary>It ends as it should; that its blocks are fewer than its header says is a fault browsers pass over too.</summary>
    [Fact]
    public async Task Jpeg_whose_header_claims_more_than_there_is_costs_no_more_than_what_it_claims()
    {
        using var studio = new Studio();
        Assert.Equal(4_000, (await studio.Make(Enlarged(4_000, 1_000))).Asset.Width);
    }

    [Fact]
    public async Task Over_the_settings_is_refused()
    {
        using var studio = new Studio((Settings.PicturesMegapixels, "1"), (Settings.PicturesMegabytes, "1"));
        using var wide = Flat.Of(1_001, 1_000, 10, 20, 30);
        Assert.Contains("at most 1 megapixels", await studio.Refusal(wide.PngsaveBuffer()), StringComparison.Ordinal);
        using var frame = Flat.Of(600, 600, 10, 20, 30);
        using var roll = Image.Arrayjoin([frame, frame.Invert(), frame], across: 1).Mutate(fields => fields.Set(GValue.GIntType, "page-height", 600));
        Assert.Contains("video", await studio.Refusal(roll.GifsaveBuffer()), StringComparison.Ordinal);
        Assert.Contains("at most 1 MB", await studio.Refusal([.. frame.JpegsaveBuffer(), .. new byte[1_048_577]]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_take_too_much_memory_is_refused_with_a_way_out()
    {
        using var studio = new Studio((Settings.PicturesMemory, "1"));
        using var picture = Flat.Noise(800, 600);
        Assert.Contains("baseline", await studio.Refusal(picture.JpegsaveBuffer(interlace: true)), StringComparison.Ordinal);
        Assert.Contains("interlacing", await studio.Refusal(picture.PngsaveBuffer(interlace: true)), StringComparison.Ordinal);
        Assert.Equal(800, (await studio.Make(picture.JpegsaveBuffer())).Asset.Width);
        // Its decoder holds every pixel twice.
        using var wider = new Studio((Settings.PicturesMemory, "3"));
        Assert.Contains("smaller", await wider.Refusal(picture.WebpsaveBuffer()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_takes_too_long_is_given_up()
    {
        using var studio = new Studio((Settings.PicturesSeconds, "1"), (Settings.PicturesThreads, "1"));
        using var picture = Flat.Noise(4_000, 4_000);
        Assert.Contains("longer than 1 second", await studio.Refusal(picture.JpegsaveBuffer(q: 60)), StringComparison.Ordinal);
    }

    private static byte[] Zeros(int length)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize))
            zlib.Write(new byte[length]);
        return compressed.ToArray();
    }

    /// <summary>A small JPEG whose header claims another size.</summary>
    private static byte[] Enlarged(int width, int height)
    {
        using var picture = Flat.Quarters();
        var file = picture.JpegsaveBuffer();
        var frame = file.AsSpan().IndexOf((byte[])[0xFF, 0xC0]);
        (file[frame + 5], file[frame + 6], file[frame + 7], file[frame + 8]) = ((byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width);
        return file;
    }

    private static byte[] Zip()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry("a.txt").Open().Dispose();
        return file.ToArray();
    }
}
