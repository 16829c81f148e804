using News.Functions.Media.Captions;
using News.Functions.SampleSite;
using News.Functions.SampleSite.Videos;
using News.Functions.Tests.Media.Filming;
using Xunit;

namespace News.Functions.Tests.Media.Videos;

/// <summary>The videos that the sample site shoots for itself.</summary>
public class SampleVideoTests
{
    [Fact]
    public async Task They_come_out_as_a_reader_would_see_them()
    {
        using var cinema = new Cinema();
        var video = SampleVideos.All[0];
        var path = cinema.Path("film.mp4");
        await File.WriteAllBytesAsync(path, (await SampleShoot.Shoot(video, Cinema.Ct))!, Cinema.Ct);
        await (await cinema.Make(path)).Check(1280, 720, video.Seconds, sound: true);
    }

    [Fact]
    public void Their_captions_tell_every_scene() => Assert.All(
        SampleVideos.All,
        video => Assert.Equal(video.Scenes.Select(scene => scene.Alt), CaptionReader.Read(video.Captions()).Select(cue => cue.Text)));

    [Fact]
    public void Each_is_in_one_article_in_the_format_of_videos()
    {
        var articles = SampleContent.Sections().SelectMany(section => SampleContent.Articles(section.Slug)).Where(article => article.Video is not null).ToList();
        Assert.Equal(SampleVideos.All.Select(video => video.Name).Order(), articles.Select(article => article.Video).Order());
        Assert.All(articles, article => Assert.Equal("video", article.Article.Format));
    }
}
