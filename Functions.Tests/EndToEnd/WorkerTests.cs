using System.Diagnostics;
using News.Domain.Projection;
using News.Functions.LocalHost.Triggers;
using News.Functions.Publishing;
using News.Functions.Storage;
using News.Functions.Storage.Disk;
using News.Functions.Storage.Sqlite;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Rules;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd;

/// <summary>What only the worker has to show.</summary>
public class WorkerTests(WorkerSiteProcess site)
{
    [Fact]
    public async Task Worker_refuses_to_start_without_a_named_store() =>
        Assert.Contains("Set Cosmos__Endpoint, Cosmos__Connection, or Data__Folder", await Refusal(), StringComparison.Ordinal);

    [Fact]
    public async Task Worker_refuses_to_start_with_a_wrong_setting() => Assert.Contains(
        "The setting Site:BaseUrl must be an address",
        await Refusal(("Data__Folder", Path.GetTempPath()), ("Site__BaseUrl", "news.example.org")),
        StringComparison.Ordinal);

    [Fact]
    public async Task Two_processes_never_share_a_data_folder()
    {
        await site.Ready();
        Assert.Contains(
            $"Another process is using the data folder {site.DataFolder}.", await Refusal(("Data__Folder", site.DataFolder)), StringComparison.Ordinal);
        Assert.Contains("Another process", Assert.Throws<StartRefusedException>(() => DataFolder.Take(site.DataFolder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timer_that_fails_is_seen_to_fail_by_the_host()
    {
        await using var own = new WorkerSiteProcess();
        await own.Ready();
        await using (var store = new SqliteDocumentStore(new(Path.Combine(own.DataFolder, "news.db")), TimeProvider.System))
            await store.Commit(ScheduleEntry.Partition, [Change.Put("20200101000000000-x", "[]"u8.ToArray())], TestContext.Current.CancellationToken);
        var outcome = await own.Host.InvokeTimer(nameof(PublishScheduled));
        Assert.False(outcome.Succeeded);
        Assert.Contains(nameof(AggregateException), outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timer_runs_in_the_worker()
    {
        await site.Ready();
        var outcome = await site.Host.InvokeTimer(nameof(RepairProjections));
        Assert.True(outcome.Succeeded, outcome.Error);
    }

    [Fact]
    public async Task Worker_loads_exactly_the_functions_the_local_host_serves()
    {
        await site.Ready();
        var local = FunctionTable.Of(typeof(Program).Assembly).All.Select(entry => entry.Kind == TriggerKind.Http
            ? Row(entry.Name, entry.Route, entry.Methods, entry.Level.ToString()!)
            : Row(entry.Name, entry.Schedule, [], ""));
        var worker = site.Host.Functions.Select(function => function.IsHttp
            ? Row(function.Name, function.Route, function.Methods, function.AuthLevel)
            : Row(function.Name, function.Schedule, [], ""));
        Assert.Equal(local.Order(), worker.Order());
        Assert.Equal(MetadataFile.All().Count, site.Host.Functions.Count);
    }

    /// <summary>What a worker says that does not start.</summary>
    private static async Task<string> Refusal(params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Repository.AppFolder, "Functions.dll"), "--functions-uri", "http://127.0.0.1:1"])
        {
            WorkingDirectory = Repository.AppFolder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(1, process.ExitCode);
        return error;
    }

    private static string Row(string name, string? when, IEnumerable<string> methods, string level) =>
        $"{name} {when} {string.Join(',', methods.Select(method => method.ToUpperInvariant()).Order())} {level.ToUpperInvariant()}";
}
