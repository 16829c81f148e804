using Microsoft.Playwright;
using Xunit;

namespace News.Functions.Tests.Browser;

/// <summary>Debian's Chromium, driven by Playwright; started by the first test that asks for a page.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Missing = "Chromium is not installed (Debian: apt-get install chromium)";

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _started = new(Start);

    private static string? Path => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Select(folder => System.IO.Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);

    /// <summary>An empty tab with a cache of its own; skips the test where there is no Chromium.</summary>
    /// <param name="width">Of the window, in pixels of which each is one of the screen.</param>
    public async Task<IPage> Page(int width)
    {
        Assert.SkipWhen(Path is null, Missing);
        var (_, browser) = await _started.Value;
        return await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, DeviceScaleFactor = 1 });
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated)
            return;
        var (playwright, browser) = await _started.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> Start()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Path,
            // A page that a test makes up comes from no address, which counts as public: it would have to ask before it reads from this machine.
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-features=LocalNetworkAccessChecks"],
        });
        return (playwright, browser);
    }
}
