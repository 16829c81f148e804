using News.Domain.Blocks;
using News.Domain.Lists;
using News.Domain.Media;
using News.Domain.Media.Uploads;
using News.Domain.Reading.Pictures;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Media;

/// <summary>Every address and word of a picture, from what articles and lists keep of it.</summary>
public class PicturePresenterTests
{
    private readonly PicturePresenter _pictures = new(new("https://bao.example.org", "Báo", "vi"));

    [Fact]
    public void Widths_go_up_to_the_original_and_the_plain_file_is_the_last_type()
    {
        var view = _pictures.Show(new(Sample.Asset), Sample.Picture().Facts());
        var jpeg = view.Sources[2];
        const string File = $"https://bao.example.org/media/{Sample.Asset}/1/";
        Assert.Equal($"{File}320.jpg 320w, {File}640.jpg 640w, {File}960.jpg 960w, {File}1280.jpg 1280w", jpeg.Srcset);
        Assert.Equal(["image/avif", "image/webp", "image/jpeg"], view.Sources.Select(source => source.Type));
        Assert.Equal($"{File}1280.jpg", view.Src);
        Assert.Equal($"{File}16x9-500-500-1280.jpg", view.Crops["16:9"].Src);
        Assert.Equal($"{File}1200x630-500-500-1200.jpg", view.Crops["1200x630"].Src);
    }

    [Fact]
    public void Transparent_picture_has_png() =>
        Assert.Equal("image/png", _pictures.Show(new(Sample.Asset), Sample.Picture(transparent: true).Facts()).Sources[2].Type);

    [Fact]
    public void Small_picture_is_never_wider_than_it_is()
    {
        var view = _pictures.Show(new(Sample.Asset), Sample.Picture().Facts() with { Width = 300, Height = 100 });
        Assert.EndsWith("/300.avif 300w", view.Sources[0].Srcset, StringComparison.Ordinal);
        Assert.EndsWith("/1x1-500-500-100.avif 100w", view.Crops["1:1"].Sources[0].Srcset, StringComparison.Ordinal);
        Assert.EndsWith("/16x9-500-500-178.avif 178w", view.Crops["16:9"].Sources[0].Srcset, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_the_place_come_before_those_of_the_picture()
    {
        var facts = Sample.Picture().Facts() with { Text = new("Alt", "Caption", "Credit", "Copyright", "") };
        var view = _pictures.Show(new(Sample.Asset, Alt: "Của bài", Credit: ""), facts);
        Assert.Equal(("Của bài", "Caption", ""), (view.Alt, view.Caption, view.Credit));
        Assert.Equal(("Copyright", (string?)null), (view.Copyright, view.License));
    }

    [Fact]
    public void Picture_that_is_not_ready_has_words_and_no_address()
    {
        var view = _pictures.Show(new(Sample.Asset, "Alt"), null);
        Assert.Equal(("Alt", (string?)null), (view.Alt, view.Src));
        Assert.Empty(view.Sources);
    }

    [Theory]
    [InlineData(0.21, 0.79, "200-800", true)]
    [InlineData(0.21, 0.79, "200-750", false)]
    [InlineData(1, 0, "1000-0", true)]
    public void Crops_around_a_chosen_point_are_shown_once_they_are_made(double x, double y, string made, bool shown)
    {
        var facts = Sample.Picture().Facts() with { Focuses = [made] };
        var view = _pictures.Show(new(Sample.Asset, Focus: new(x, y)), facts);
        Assert.Equal(shown, view.Crops["4:3"].Src.Contains($"/4x3-{made}-960.jpg", StringComparison.Ordinal));
        Assert.DoesNotContain(made, view.Src, StringComparison.Ordinal);
    }

    [Fact]
    public void Card_keeps_of_the_points_only_its_own()
    {
        var content = Sample.Content() with
        {
            Cover = new PictureRef(Sample.Asset, Focus: new(0.5, 0.1)),
            Pictures = new Dictionary<string, PictureFacts> { [Sample.Asset] = Sample.Picture().Facts() with { Focuses = ["50-50", "500-100", "1000-1000"] } },
        };
        var card = CardEntry.Of(new("id", "bai", new(1, default, default, []), content));
        Assert.Equal(["500-100"], card.CoverFacts!.Focuses);
    }

    [Theory]
    [InlineData("news crops abcdefghijklmnopqrstuvwxyz 200-800", "200-800")]
    [InlineData("news crops abcdefghijklmnopqrstuvwxyz 200-1050", null)]
    [InlineData("news crops abcdefghijklmnopqrstuvwxyz 200-800\n", null)]
    [InlineData("news crops abc 200-800", null)]
    [InlineData("news crops abcdefghijklmnopqrstuvwxyz 201-800", null)]
    [InlineData("news crops abcdefghijklmnopqrstuvwxyz 0200-800", null)]
    [InlineData("", null)]
    public void Request_for_crops_is_read_strictly(string words, string? focus)
    {
        Assert.Equal(focus, CropRequest.Read(words)?.Focus);
        if (focus is not null)
            Assert.Equal(words, CropRequest.Read(words)!.ToString());
    }
}
