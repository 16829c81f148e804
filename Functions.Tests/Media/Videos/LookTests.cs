using News.Functions.Tests.Media.Filming;
using NetVips;
using Xunit;

namespace News.Functions.Tests.Media.Videos;

/// <summary>Traits that show only in the pictures and the sound themselves.</summary>
public class LookTests
{
    private const string H264 = " -c:v libx264 -preset ultrafast -pix_fmt yuv420p";

    [Theory]
    [InlineData("white", "yuvj420p", 235)]
    [InlineData("white", "yuv420p", 235)]
    [InlineData("black", "yuvj420p", 16)]
    [InlineData("black", "yuv420p", 16)]
    public async Task Black_is_black_and_white_is_white_whatever_range_the_original_has(string color, string format, int level)
    {
        using var cinema = new Cinema();
        var made = await cinema.Make(await cinema.Shoot("a.mp4", $"-f lavfi -i color={color}:size=160x90:duration=0.5,format={format} -c:v libx264 -preset ultrafast"));
        Assert.InRange(Average((await Film.Frame(made.Tallest, 0, "yuv420p")).AsSpan(0, 160 * 90)), level - 1.5, level + 1.5);
    }

    [Theory]
    [InlineData("smpte170m", 160, 120)]
    [InlineData("bt709", 160, 120)]
    [InlineData("bt709", 1280, 720)]
    public async Task Colours_stay_what_they_were_whatever_matrix_the_original_has(string matrix, int width, int height)
    {
        using var cinema = new Cinema();
        var made = await cinema.Make(await cinema.Shoot("a.mp4", $"-f lavfi -i color=#D02040:size={width}x{height}:duration=0.2 -vf scale=out_color_matrix={matrix},format=yuv420p -colorspace {matrix} -c:v libx264 -preset ultrafast"));
        var frame = await Film.Run($"-i \"{made.Tallest}\" -frames:v 1 -vf scale=in_color_matrix=bt709,format=rgb24 -f rawvideo pipe:1");
        Assert.InRange(frame[0], 0xD0 - 6, 0xD0 + 6);
        Assert.InRange(frame[1], 0x20 - 6, 0x20 + 6);
        Assert.InRange(frame[2], 0x40 - 6, 0x40 + 6);
    }

    [Theory]
    [InlineData("smpte2084")]
    [InlineData("arib-std-b67")]
    public async Task Hdr_is_neither_dark_nor_burnt_out(string transfer)
    {
        using var cinema = new Cinema();
        // Diffuse white at 203 cd/m²: 58 % of PQ's range, 75 % of HLG's (ITU-R BT.2408).
        var (white, black) = (transfer == "smpte2084" ? 572 : 721, 64);
        var luma = $"geq=lum='if(lt(X,80),{white},{black})':cb=512:cr=512";
        var made = await cinema.Make(await cinema.Shoot(
            "a.mp4", $"-f lavfi -i color=gray:size=160x90:duration=0.2 -vf \"format=yuv420p10le,{luma},setparams=color_primaries=bt2020:colorspace=bt2020nc:color_trc={transfer}\" -c:v libx265 -preset ultrafast -x265-params log-level=error"));
        var frame = await Film.Frame(made.Tallest, 0, "gray");
        Assert.InRange(frame[(45 * 160) + 40], 150, 236);
        Assert.InRange(frame[(45 * 160) + 120], 0, 30);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public async Task Picture_is_turned_as_the_file_says(int degrees)
    {
        using var cinema = new Cinema();
        var path = await cinema.Shoot("a.mp4", "-f lavfi -i color=black:size=160x90:duration=0.2 -vf drawbox=x=0:y=0:w=80:h=45:color=white:t=fill" + H264);
        Film.Turn(path, degrees);
        var made = await cinema.Make(path);
        var (width, height) = degrees == 180 ? (160, 90) : (90, 160);
        var frame = await Film.Frame(made.Tallest, 0, "gray");
        double At(double x, double y) => frame[((int)(y * height) * width) + (int)(x * width)];
        var corners = (At(0.25, 0.25) > 128, At(0.75, 0.25) > 128, At(0.75, 0.75) > 128, At(0.25, 0.75) > 128);
        Assert.Equal(degrees switch { 90 => (false, true, false, false), 180 => (false, false, true, false), _ => (false, false, false, true) }, corners);
    }

    [Fact]
    public async Task Combs_of_interlaced_film_are_gone()
    {
        using var cinema = new Cinema();
        var path = await cinema.Shoot("a.ts", "-f lavfi -i \"color=black:size=320x240:rate=50:duration=1[a];color=white:size=60x240:rate=50:duration=1[b];[a][b]overlay=x=t*200:y=0,gblur=sigma=2,interlace\" -c:v mpeg2video -q:v 3 -flags +ilme+ildct");
        Assert.True(Combed(await Film.Measure(path, "-vf idet")) > 10, "the original is interlaced");
        Assert.InRange(Combed(await Film.Measure((await cinema.Make(path)).Tallest, "-vf idet")), 0, 3);
    }

    [Fact]
    public async Task Default_track_is_heard_and_silence_stays_silent()
    {
        using var cinema = new Cinema();
        var two = "-f lavfi -i color=blue:size=160x90:duration=1 -f lavfi -i anullsrc=duration=1 -f lavfi -i sine=duration=1 -map 0 -map 1 -map 2" + H264 + " -c:a flac ";
        var loud = await cinema.Make(await cinema.Shoot("a.mkv", two + "-disposition:a:0 0 -disposition:a:1 default"));
        Assert.InRange(Loudness(await Film.Measure(loud.Tallest, "-af volumedetect")), -30, 0);
        var silent = await cinema.Make(await cinema.Shoot("b.mkv", two + "-disposition:a:0 default -disposition:a:1 0"));
        Assert.InRange(Loudness(await Film.Measure(silent.Tallest, "-af volumedetect")), -120, -80);
    }

    /// <summary>A flash and a beep at the same moment stay at the same moment, wherever tracks begin.</summary>
    [Theory]
    [InlineData("a.mp4", "")]
    [InlineData("a.ts", "")]
    [InlineData("a.mp4", "-ss 0.3 -i {0} -c copy")]
    [InlineData("a.mkv", "-itsoffset 0.7 -i {0} -i {0} -map 0:v -map 1:a -c copy")]
    public async Task Sound_and_film_stay_together(string name, string again)
    {
        using var cinema = new Cinema();
        var first = await cinema.Shoot("first.mkv", "-f lavfi -i color=black:size=160x90:rate=25:duration=2,drawbox=color=white:t=fill:enable='between(t,1,1.2)' -f lavfi -i \"sine=frequency=1000:sample_rate=48000:duration=2,volume=0:enable='not(between(t,1,1.2))'\" -c:v libx264 -preset ultrafast -bf 2 -g 10 -pix_fmt yuv420p -c:a aac");
        var path = await cinema.Shoot(name, again.Length == 0 ? $"-i \"{first}\" -c copy" : again.Replace("{0}", $"\"{first}\"", StringComparison.Ordinal));
        var apart = again.Contains("itsoffset", StringComparison.Ordinal) ? 0.7 : 0;
        var made = await cinema.Make(path);
        foreach (var file in new[] { made.Tallest, made.Path(made.Video.Renditions[^1].Name + ".m3u8") })
            Assert.InRange(await Flash(file) - await Beep(file), apart - 0.06, apart + 0.06);
    }

    [Fact]
    public async Task Poster_that_cannot_be_made_is_no_reason_to_refuse_the_video()
    {
        using var cinema = new Cinema((Settings.PicturesMegapixels, "1"));
        var path = await cinema.Shoot("large.mp4", "-f lavfi -i testsrc2=size=1920x1080:rate=5:duration=1 " + Film.Plain);
        await Assert.ThrowsAsync<InvalidOperationException>(() => cinema.Make(path));
    }

    [Fact]
    public async Task Poster_is_neither_black_nor_flat_nor_blurred()
    {
        using var cinema = new Cinema();
        var made = await cinema.Make(await cinema.Shoot("a.mp4", "-f lavfi -i color=black:size=320x180:rate=25:duration=2 -f lavfi -i color=white:size=320x180:rate=25:duration=2 -f lavfi -i testsrc2=size=320x180:rate=25:duration=2,gblur=sigma=12 "
            + "-f lavfi -i testsrc2=size=320x180:rate=25:duration=1 -filter_complex \"[0][1][2][3]concat=n=4\"" + H264));
        using var poster = Image.Pngload(made.Made.PosterFile);
        using var grey = poster.Colourspace(Enums.Interpretation.Bw);
        Assert.InRange(grey.Avg(), 30, 225);
        using var sharp = Image.NewFromBuffer(await Film.Run($"-ss 6.5 -i \"{made.Tallest}\" -frames:v 1 -f image2 -c:v png pipe:1"));
        using var edges = grey.Sobel();
        using var sharpEdges = sharp.Colourspace(Enums.Interpretation.Bw).Sobel();
        Assert.InRange(edges.Avg(), sharpEdges.Avg() * 0.6, 255);
        Assert.Equal((320, 180), (made.Made.Poster.Width, made.Made.Poster.Height));
    }

    private static async Task<double> Flash(string path)
    {
        var said = await Film.Measure(path, "-map 0:v -vf blackdetect=d=0.1:pix_th=0.2");
        return After(said, "black_end:");
    }

    private static async Task<double> Beep(string path)
    {
        var said = await Film.Measure(path, "-map 0:a -af silencedetect=n=-40dB:d=0.1");
        return After(said, "silence_end: ");
    }

    private static int Combed(string said) => (int)(After(said, "Multi frame detection: TFF:") + After(said, "BFF:", last: true));

    private static double Loudness(string said) => After(said, "max_volume: ");

    private static double After(string said, string mark, bool last = false)
    {
        var at = last ? said.LastIndexOf(mark, StringComparison.Ordinal) : said.IndexOf(mark, StringComparison.Ordinal);
        Assert.True(at >= 0, said);
        return double.Parse(said[(at + mark.Length)..].TrimStart().Split(' ', '\n')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static double Average(ReadOnlySpan<byte> bytes)
    {
        var sum = 0L;
        foreach (var value in bytes)
            sum += value;
        return sum / (double)bytes.Length;
    }
}
