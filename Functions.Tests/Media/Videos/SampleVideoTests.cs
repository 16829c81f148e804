using News.Functions.Media.Captions;
using News.Functions.SampleSite;
using News.Functions.SampleSite.Videos;
using News.Functions.Tests.Media.Filming;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Media.Videos;

/// <summary>The videos that the sample site shoots for itself.</summary>
public class SampleVideoTests
{
    [Fact]
    public async Task They_are_films_with_sound_of_the_length_of_their_scenes()
    {
        Film.Needed();
        using var folder = new TemporaryFolder();
        var video = SampleVideos.All[0];
        await File.WriteAllBytesAsync(folder.File("film.mp4"), (await SampleShoot.Shoot(video, Cinema.Ct))!, Cinema.Ct);
        var shot = await Film.ProbeFile(folder.File("film.mp4"));
        Assert.Equal(720, Screening.Track(shot, "video")!["height"]!.GetValue<int>());
        Assert.NotNull(Screening.Track(shot, "audio"));
        Assert.InRange(Screening.Number(shot["format"]!["duration"]), video.Seconds - 0.1, video.Seconds + 0.1);
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
