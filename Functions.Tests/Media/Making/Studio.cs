using Microsoft.Extensions.Configuration;
using News.Domain.Blocks;
using News.Functions.Media;
using News.Functions.Media.Decoding;
using News.Functions.Media.Pictures;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Media.Making;

/// <summary>The picture pipeline as the site has it, with folders that go with the test.</summary>
public sealed class Studio : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PicturePipeline _pipeline;
    private int _made;

    public Studio(params (string Key, string Value)[] changed)
    {
        var builder = new ConfigurationBuilder();
        Settings.AddDefaults(builder);
        builder.AddInMemoryCollection(changed.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        var settings = PictureSettings.Of(builder.Build());
        VipsPolicy.Apply(settings.Threads);
        var gate = new PictureGate(settings);
        _pipeline = new(settings, gate, new(gate, new(gate, settings), new(settings)), TimeProvider.System);
    }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A path for a file of this test.</summary>
    public string Path(string name) => _folder.File(name);

    public async Task<Made> Make(byte[] original, FocusPoint? focus = null)
    {
        var path = Path($"original-{++_made}");
        await File.WriteAllBytesAsync(path, original, Ct);
        return await Make(path, focus);
    }

    public async Task<Made> Make(string original, FocusPoint? focus = null)
    {
        var work = Directory.CreateDirectory(Path($"work-{++_made}")).FullName;
        return new(await _pipeline.Make(original, work, focus, Ct), work);
    }

    public async Task<Made> Crop(Made made, string original, FocusPoint focus)
    {
        var work = Directory.CreateDirectory(Path($"work-{++_made}")).FullName;
        return new(await _pipeline.Crop(made.Asset, original, work, focus, Ct), work);
    }

    /// <summary>What a person is told.</summary>
    public async Task<string> Refusal(byte[] original)
    {
        var refused = await Assert.ThrowsAsync<MediaRejectedException>(() => Make(original));
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
        return refused.Message;
    }

    public void Dispose()
    {
        _pipeline.Dispose();
        _folder.Dispose();
    }
}
