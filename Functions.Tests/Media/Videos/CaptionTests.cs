using System.Text;
using News.Functions.Media;
using News.Functions.Media.Captions;
using Xunit;

namespace News.Functions.Tests.Media.Videos;

/// <summary>Captions as programs and people write them.</summary>
public class CaptionTests
{
    private const string Srt = "1\r\n00:00:01,000 --> 00:00:02,500\r\nNước sạch về bản\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nĐường làng\r\nhai dòng\r\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Srt) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Srt)] },
        { "UTF-16 with a mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Srt)] },
        { "UTF-16, big end first, with a mark", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Srt)] },
        { "UTF-16", Encoding.Unicode.GetBytes(Srt) },
        { "UTF-16, big end first", Encoding.BigEndianUnicode.GetBytes(Srt) },
        { "Windows-1258", CodePagesEncodingProvider.Instance.GetEncoding(1258)!.GetBytes(Windows1258(Srt)) },
    };

    [Theory]
    [MemberData(nameof(Encodings), DisableDiscoveryEnumeration = true)]
    public void SubRip_becomes_WebVTT_whatever_it_is_encoded_in(string encoding, byte[] file)
    {
        Assert.Equal(MediaKind.Captions, MediaSignature.KindOf(MediaSignature.Identify(file)));
        var written = WebVtt.Write(CaptionReader.Read(file), TimeSpan.FromSeconds(10));
        Assert.True(
            written == "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nNước sạch về bản\n\n00:00:03.000 --> 00:00:04.000\nĐường làng\nhai dòng\n", $"{encoding}: {written}");
    }

    [Fact]
    public void Western_text_is_read_too() =>
        Assert.Equal("Façade déjà vu", CaptionReader.Read(Encoding.Latin1.GetBytes("1\n00:00:01,000 --> 00:00:02,000\nFaçade déjà vu\n"))[0].Text);

    [Fact]
    public void Notes_styles_and_names_are_left_out_and_places_are_kept()
    {
        var cues = CaptionReader.Read("WEBVTT - phim\nKind: captions\n\nNOTE\nghi chú\n\nSTYLE\n::cue { color: red }\n\ntên\n00:01.000 --> 00:02.000 align:start line:10% evil:url(x)\nA\n\n01:00:03.000 --> 01:00:04.000\nB\n"u8);
        Assert.Equal(2, cues.Count);
        Assert.Equal(("A", "align:start line:10%"), (cues[0].Text, cues[0].Place));
        Assert.Equal(new TimeSpan(1, 0, 3), cues[1].From);
    }

    [Theory]
    [InlineData("<b>đậm</b> <i>nghiêng</i>", "<b>đậm</b> <i>nghiêng</i>")]
    [InlineData("<font color=\"#ff0000\">đỏ</font>", "đỏ")]
    [InlineData("{\\an8}trên", "trên")]
    [InlineData("<v Lan>Chào & tạm biệt", "Chào &amp; tạm biệt")]
    [InlineData("5 &lt; 6 &amp; <c.yellow>x</c>", "5 &lt; 6 &amp; x")]
    [InlineData("<script>alert(1)</script>", "alert(1)")]
    [InlineData("&lt;img src=x onerror=alert(1)&gt;", "&lt;img src=x onerror=alert(1)&gt;")]
    [InlineData("a --> b", "a --&gt; b")]
    public void Only_plain_markup_comes_through(string text, string expected) =>
        Assert.Equal(expected, CaptionMarkup.Clean(text));

    [Theory]
    [InlineData("WEBVTT\n", "not one caption")]
    [InlineData("1\n00:00:02,000 --> 00:00:01,000\nA\n", "backwards")]
    [InlineData("1\n00:00:01,000 --> 00:00:01,000\nA\n", "backwards")]
    [InlineData("1\n00:00:01,000 --> 00:99:01,000\nA\n", "cannot be understood")]
    [InlineData("1\n00:00:01,000 --> soon\nA\n", "cannot be understood")]
    public void What_makes_no_sense_is_refused(string text, string why)
    {
        var refused = Assert.Throws<MediaRejectedException>(() => CaptionReader.Read(Encoding.UTF8.GetBytes(text)));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Captions_of_another_video_are_refused_and_those_at_the_end_are_cut()
    {
        var cues = CaptionReader.Read(Encoding.UTF8.GetBytes(Srt));
        Assert.Contains("another", Assert.Throws<MediaRejectedException>(() => WebVtt.Write(cues, TimeSpan.FromSeconds(0.5))).Message, StringComparison.Ordinal);
        Assert.EndsWith("00:00:03.000 --> 00:00:03.500\nĐường làng\nhai dòng\n", WebVtt.Write(cues, TimeSpan.FromSeconds(3.5)), StringComparison.Ordinal);
        Assert.DoesNotContain("Đường", WebVtt.Write(cues, TimeSpan.FromSeconds(3)), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_and_too_long_are_refused()
    {
        var many = string.Concat(Enumerable.Range(0, CaptionLimits.Cues + 1).Select(_ => "00:00:01,000 --> 00:00:02,000\nA\n\n"));
        Assert.Throws<MediaRejectedException>(() => CaptionReader.Read(Encoding.UTF8.GetBytes(many)));
        Assert.Throws<MediaRejectedException>(() => CaptionReader.Read(Encoding.UTF8.GetBytes($"00:00:01,000 --> 00:00:02,000\n{new string('a', CaptionLimits.CueLength + 1)}")));
    }

    [Theory]
    [InlineData("phim/clip.vi.vtt", "phim/clip.mp4", "vi")]
    [InlineData("phim/clip.en-GB.srt", "phim/clip.mov", "en-GB")]
    [InlineData("phim/clip.pt_BR.srt", "phim/clip.mov", "pt-BR")]
    [InlineData("phim/Clip.VTT", "phim/clip.MP4", null)]
    [InlineData("phim/bản.cuối.vtt", "phim/bản.cuối.mp4", null)]
    [InlineData("clip.mov.vtt", "clip.mov.mp4", null)]
    public void Name_says_whose_captions_they_are_and_in_which_language(string captions, string video, string? lang) =>
        Assert.Equal((CaptionName.ClipOf(video), lang), (CaptionName.Of(captions).Clip, CaptionName.Of(captions).Lang));

    [Fact]
    public void Same_name_in_another_folder_is_another_video() =>
        Assert.NotEqual(CaptionName.ClipOf("a/clip.mp4"), CaptionName.Of("b/clip.vi.vtt").Clip);

    /// <summary>Windows-1258 has vowels with their hats, and the tones after them.</summary>
    private static string Windows1258(string text) => string.Concat(text.Normalize(NormalizationForm.FormD))
        .Replace("a\u0302", "â", StringComparison.Ordinal).Replace("a\u0306", "ă", StringComparison.Ordinal).Replace("e\u0302", "ê", StringComparison.Ordinal)
        .Replace("o\u0302", "ô", StringComparison.Ordinal).Replace("o\u031B", "ơ", StringComparison.Ordinal).Replace("u\u031B", "ư", StringComparison.Ordinal)
        // A tone below comes before a hat when letters are taken apart.
        .Replace("a\u0323\u0302", "â\u0323", StringComparison.Ordinal).Replace("o\u0323\u0302", "ô\u0323", StringComparison.Ordinal).Replace("e\u0323\u0302", "ê\u0323", StringComparison.Ordinal);
}
