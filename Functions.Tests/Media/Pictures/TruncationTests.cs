using NetVips;
using News.Functions.Media;
using News.Functions.Tests.Media.Making;
using Xunit;

namespace News.Functions.Tests.Media.Pictures;

/// <summary>A file that ends early is refused, wherever it was cut; nobody gets half a picture.</summary>
public class TruncationTests
{
    private const int Places = 10;
    private static readonly Lazy<Dictionary<string, byte[]>> _files = new(() =>
    {
        using var picture = Flat.Noise();
        using var small = Flat.Noise(80, 60);
        using var roll = Image.Arrayjoin([small, small, small], across: 1).Mutate(fields => fields.Set(GValue.GIntType, "page-height", 60));
        return new()
        {
            ["jpeg"] = picture.JpegsaveBuffer(),
            ["progressive jpeg"] = picture.JpegsaveBuffer(interlace: true),
            ["png"] = picture.PngsaveBuffer(),
            ["interlaced png"] = picture.PngsaveBuffer(interlace: true),
            ["webp"] = picture.WebpsaveBuffer(),
            ["lossless webp"] = picture.WebpsaveBuffer(lossless: true),
            ["animated webp"] = roll.WebpsaveBuffer(),
            ["avif"] = picture.AsAvif(),
            ["gif"] = picture.GifsaveBuffer(),
            ["animated gif"] = roll.GifsaveBuffer(),
            ["tiff"] = picture.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Lzw),
            ["animated png"] = Apng.Of(80, 60, [.. Enumerable.Repeat(small.PngsaveBuffer(), 3)]),
        };
    });

    public static TheoryData<string> Formats =>
    [
        "jpeg", "progressive jpeg", "png", "interlaced png", "webp", "lossless webp", "animated webp", "avif", "gif", "animated gif", "tiff", "animated png",
    ];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Cut_at_ten_places_it_is_refused_and_whole_it_is_taken(string format)
    {
        using var studio = new Studio();
        var file = _files.Value[format];
        for (var place = 1; place <= Places; place++)
            Assert.Contains("cut off", await studio.Refusal(file[..(file.Length * place / (Places + 1))]), StringComparison.Ordinal);
        Assert.NotEmpty((await studio.Make(file)).Asset.Files);
    }

    [Fact]
    public async Task Heic_too()
    {
        using var studio = new Studio();
        using var picture = Flat.Noise();
        var file = await Heic.Encode(studio, picture.JpegsaveBuffer());
        for (var place = 1; place <= Places; place++)
            Assert.Contains("cut off", await studio.Refusal(file[..(file.Length * place / (Places + 1))]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_left_of_a_refused_file()
    {
        using var studio = new Studio();
        var path = studio.Path("cut.jpg");
        await File.WriteAllBytesAsync(path, _files.Value["jpeg"][..2_000], Studio.Ct);
        await Assert.ThrowsAsync<MediaRejectedException>(() => studio.Make(path));
        Assert.Empty(Directory.EnumerateFiles(studio.Path("work-1"), "*", SearchOption.AllDirectories));
    }
}
