using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using News.Functions.LocalHost.Blobs;
using News.Functions.LocalHost.Triggers;
using News.Functions.Storage.Blobs;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.LocalHost.Blobs;

/// <summary>The blob trigger as the Functions host has it.</summary>
public sealed class BlobRunnerTests(TestAzurite azurite) : IAsyncLifetime
{
    private readonly string _folder = ToySite.NewFolder();
    private readonly SemaphoreSlim _gate = new(0);
    private BlobAccount _account = null!;

    private BlobContainerClient Container => _account.Service.GetBlobContainerClient(BlobToys.Container);

    public async ValueTask InitializeAsync()
    {
        _account = BlobAccount.Of(new(await azurite.Account(), null, null), []);
        await Container.CreateIfNotExistsAsync();
    }

    public ValueTask DisposeAsync()
    {
        _gate.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Names_arrive_as_they_are_and_every_overwrite_and_change_of_metadata_fires_again()
    {
        const string Name = "thư mục/Ảnh đẹp + 50% #1?.jpg";
        await using var site = await Start(typeof(BlobToys.Noting));
        await Put(Name, "một");
        await Sees(site, [$"{Name}: một"]);
        await Put(Name, "hai");
        await Sees(site, [$"{Name}: một", $"{Name}: hai"]);
        await Container.GetBlobClient(Name).SetMetadataAsync(new Dictionary<string, string> { ["a"] = "b" });
        await Sees(site, [$"{Name}: một", $"{Name}: hai", $"{Name}: hai"]);
    }

    [Fact]
    public async Task Five_tries_then_the_blob_stays_and_is_left_alone_until_it_changes()
    {
        await using var site = await Start(typeof(BlobToys.Failing));
        await Put("a", "một");
        await Until(() => site.Log.All.Any(line => line.Contains("gave up on a", StringComparison.Ordinal)));
        Assert.Equal(5, site.Visits.Notes.Count);
        await Put("b", "một");
        await Until(() => site.Log.All.Any(line => line.Contains("gave up on b", StringComparison.Ordinal)));
        Assert.Equal(10, site.Visits.Notes.Count);
        await Put("a", "hai");
        await Until(() => site.Visits.Notes.Count == 15);
        Assert.True(await Container.GetBlobClient("a").ExistsAsync());
    }

    [Fact]
    public async Task Restart_does_not_give_again_what_was_finished_but_what_was_interrupted()
    {
        await using (var site = await Start(typeof(BlobToys.Noting)))
        {
            await Put("a", "một");
            await Sees(site, ["a: một"]);
            await Until(() => Directory.GetFiles(_folder, "receipts-*").Length == 1);
        }

        await using (var site = await Start(typeof(BlobToys.Slow)))
        {
            await Put("b", "một");
            await Until(() => site.Visits.Notes.Contains("b"));
        }

        await using var again = await Start(typeof(BlobToys.Noting));
        await Sees(again, ["b: một"]);
        await Put("c", "một");
        await Sees(again, ["b: một", "c: một"]);
    }

    [Fact]
    public async Task Eight_run_at_once_and_the_rest_follows()
    {
        await using var site = await Start(typeof(BlobToys.Slow));
        for (var i = 0; i < 12; i++)
            await Put($"{i}", "x");
        await Until(() => site.Visits.Notes.Count == 8);
        _gate.Release();
        await Until(() => site.Visits.Notes.Count == 9);
        _gate.Release(11);
        await Until(() => site.Visits.Notes.Count == 12);
        Assert.Equal(12, site.Visits.Notes.Distinct().Count());
    }

    [Fact]
    public async Task Blob_that_somebody_holds_waits_until_it_is_free()
    {
        await Put("held", "một");
        var lease = Container.GetBlobClient("held").GetBlobLeaseClient();
        await lease.AcquireAsync(TimeSpan.FromSeconds(60));
        await using var site = await Start(typeof(BlobToys.Noting));
        await Put("free", "một");
        await Sees(site, ["free: một"]);
        await lease.ReleaseAsync();
        await Sees(site, ["free: một", "held: một"]);
    }

    [Theory]
    [InlineData(typeof(TakesContent), "has the parameter String content; a blob function may have a BlobClient")]
    [InlineData(typeof(AnswersText), "returns String; a blob function must return void or Task")]
    public void Signature_that_the_hosts_treat_differently_is_refused(Type function, string why) =>
        Assert.Contains(why, Assert.Throws<StartRefusedException>(() => FunctionTable.Of([function])).Message, StringComparison.Ordinal);

    [Fact]
    public void Part_of_a_container_is_refused()
    {
        var entry = Assert.Single(FunctionTable.Of([typeof(WatchesPart)]).Blobs);
        Assert.Contains("whole container", Assert.Throws<StartRefusedException>(() => BlobFunction.Of(entry)).Message, StringComparison.Ordinal);
    }

    private async Task<RunningToys> Start(Type function)
    {
        var app = ToySite.Build(["--port", "0", "--data", _folder], builder => builder.Services.AddSingleton(_account).AddSingleton(_gate), function);
        await app.StartAsync();
        return new(app);
    }

    private async Task Put(string name, string content) => await Container.GetBlobClient(name).UploadAsync(
        BinaryData.FromString(content), new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["at"] = Guid.NewGuid().ToString() } });

    private static Task Sees(RunningToys site, string[] notes) => Until(() => site.Visits.Notes.Order().SequenceEqual(notes.Order()));

    private static async Task Until(Func<bool> isSo) => Assert.True(await Poll.Until(() => Task.FromResult(isSo())));

    private sealed class RunningToys(WebApplication app) : IAsyncDisposable
    {
        public Visits Visits => app.Services.GetRequiredService<Visits>();

        public LogLines Log => app.Services.GetRequiredService<LogLines>();

        public async ValueTask DisposeAsync()
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    internal sealed class TakesContent
    {
        [Microsoft.Azure.Functions.Worker.Function("bad")]
        public void Run([Microsoft.Azure.Functions.Worker.BlobTrigger("toys/{name}")] string content) => _ = content;
    }

    internal sealed class AnswersText
    {
        [Microsoft.Azure.Functions.Worker.Function("bad")]
        public string Run([Microsoft.Azure.Functions.Worker.BlobTrigger("toys/{name}")] BlobClient blob) => blob.Name;
    }

    internal sealed class WatchesPart
    {
        [Microsoft.Azure.Functions.Worker.Function("bad")]
        public void Run([Microsoft.Azure.Functions.Worker.BlobTrigger("toys/a-{name}.png")] BlobClient blob) => _ = blob;
    }
}
