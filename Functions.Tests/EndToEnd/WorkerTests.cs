using System.Diagnostics;
using News.Functions.LocalHost.Triggers;
using News.Functions.Publishing;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Rules;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd;

/// <summary>What only the worker has to show.</summary>
public class WorkerTests(WorkerSiteProcess site)
{
    [Fact]
    public async Task Worker_refuses_to_start_without_a_named_store()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Repository.AppFolder, "Functions.dll"), "--functions-uri", "http://127.0.0.1:1"])
        {
            WorkingDirectory = Repository.AppFolder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("Data__Folder", error, StringComparison.Ordinal);
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

    private static string Row(string name, string? when, IEnumerable<string> methods, string level) =>
        $"{name} {when} {string.Join(',', methods.Select(method => method.ToUpperInvariant()).Order())} {level.ToUpperInvariant()}";
}
