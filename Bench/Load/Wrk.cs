using System.Diagnostics;
using System.Text.Json;
using News.Bench.Servers;

namespace News.Bench.Load;

/// <summary>Puts servers under load with wrk.</summary>
/// <param name="folder">Where the prepared requests are kept.</param>
/// <param name="seconds">How long one run takes.</param>
public sealed class Wrk(string folder, int seconds)
{
    private const int Connections = 16;
    private const int Threads = 1;
    private const double Thousand = 1_000;

    private static readonly string _script = Path.Combine(AppContext.BaseDirectory, "Load", "cycle.lua");

    /// <summary>Writes down what a scenario asks a server, after a look at whether it answers the right thing.</summary>
    public async Task Prepare(Scenario scenario, Server server, AnswerFolder answers, CancellationToken ct)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var lines = new List<string>();
        foreach (var answer in answers.All().Where(answer => answer.Kind == scenario.Kind))
        {
            var etag = await Check.SameBytes(client, server, answer, answers, ct);
            if (scenario.Conditional && lines.Count == 0)
                await Check.NotModified(client, server, answer, etag, ct);
            lines.Add($"{server.TargetOf(answer)}\t{(scenario.Conditional ? etag : "")}");
        }

        await File.WriteAllLinesAsync(RequestsOf(scenario, server), lines, ct);
    }

    /// <summary>One run.</summary>
    public async Task<Round> Run(Scenario scenario, Server server, int number, CancellationToken ct)
    {
        var before = server.Usage;
        var result = await Run(server.Address, RequestsOf(scenario, server), ct);
        var cpu = server.Usage.Cpu - before.Cpu;
        return new(
            scenario.Name,
            server.Name,
            number,
            result.Requests / TimeSpan.FromMicroseconds(result.Microseconds).TotalSeconds,
            cpu.TotalMicroseconds / result.Requests,
            result.P50 / Thousand,
            result.P99 / Thousand,
            (double)result.Bytes / result.Requests,
            result.Errors);
    }

    private async Task<WrkResult> Run(Uri address, string requests, CancellationToken ct)
    {
        string[] arguments = ["-t", $"{Threads}", "-c", $"{Connections}", "-d", $"{seconds}s", "-s", _script, $"{address}", "--", requests];
        using var process = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })!;
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(ct);
            var json = output.Split('\n').LastOrDefault(line => line.StartsWith('{')) ?? throw new BenchException($"wrk failed: {output}");
            return JsonSerializer.Deserialize<WrkResult>(json, JsonSerializerOptions.Web)!;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    private string RequestsOf(Scenario scenario, Server server) => Path.Combine(folder, $"{scenario.Name}-{server.Name}.txt".Replace(' ', '-'));
}
