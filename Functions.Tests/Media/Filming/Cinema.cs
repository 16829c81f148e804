using Microsoft.Extensions.Configuration;
using News.Functions.Media;
using News.Functions.Media.Decoding;
using News.Functions.Media.Pictures;
using News.Functions.Media.Probing;
using News.Functions.Media.Stills;
using News.Functions.Media.Transcoding;
using News.Functions.Media.Videos;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Media.Filming;

/// <summary>The video pipeline as the site has it, with folders that go with the test.</summary>
public sealed class Cinema : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PicturePipeline _pictures;
    private readonly VideoPipeline _videos;
    private int _made;

    public Cinema(params (string Key, string Value)[] changed)
    {
        Film.Needed();
        var builder = new ConfigurationBuilder();
        Settings.AddDefaults(builder);
        builder.AddInMemoryCollection(changed.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        var (pictures, videos) = (PictureSettings.Of(builder.Build()), VideoSettings.Of(builder.Build()));
        var gate = new PictureGate(pictures);
        _pictures = new(pictures, gate, new(gate, new(gate, pictures), new(pictures)), TimeProvider.System);
        var ffmpeg = new Ffmpeg(videos);
        _videos = new(videos, new VideoProbe(ffmpeg, videos), ffmpeg, new PosterFrame(ffmpeg, videos), _pictures, TimeProvider.System);
    }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What it has told of its progress.</summary>
    public List<double> Progress { get; } = [];

    /// <summary>A path for a file of this test.</summary>
    public string Path(string name) => _folder.File(name);

    /// <summary>Films something.</summary>
    /// <param name="arguments">ffmpeg's, but for the name of the file.</param>
    public async Task<string> Shoot(string name, string arguments)
    {
        await Film.Run($"{arguments} \"{Path(name)}\"");
        return Path(name);
    }

    public async Task<Screening> Make(string path, CancellationToken? ct = null)
    {
        var number = ++_made;
        var work = Directory.CreateDirectory(Path($"work-{number}")).FullName;
        var stills = Directory.CreateDirectory(Path($"stills-{number}")).FullName;
        Task Told(double share)
        {
            Progress.Add(share);
            return Task.CompletedTask;
        }

        return new(await _videos.Make(path, work, stills, Told, ct ?? Ct), work);
    }

    /// <summary>What a person is told.</summary>
    public async Task<string> Refusal(string path)
    {
        var refused = await Assert.ThrowsAsync<MediaRejectedException>(() => Make(path));
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
        return refused.Message;
    }

    public void Dispose()
    {
        _pictures.Dispose();
        _folder.Dispose();
    }
}
