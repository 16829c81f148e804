using System.Diagnostics;
using System.Text.Json;
using News.Bench.Servers;

namespace News.Bench.Load;

/// <summary>Puts servers under load with wrk.</summary>
/// <param name="folder">Where the prepared requests are kept.</param>
/// <param name="seconds">How long one run takes.</param>
public sealed class Wrk(string folder, int seconds)
{
    /// <summary>No rate: whoever has an answer sends the next request.</summary>
    public const int AsManyAsAreAnswered = 0;

    private const int Connections = 16;
    private const int Threads = 1;

    private static readonly string _script = Path.Combine(AppContext.BaseDirectory, "Load", "cycle.lua");

    /// <summary>Writes down what a scenario asks a server, after a look at whether it answers the right thing.</summary>
    public async Task Prepare(Scenario scenario, Server server, AnswerFolder answers, CancellationToken ct)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var lines = new List<string>();
        foreach (var answer in answers.All().Where(answer => answer.Kind == scenario.Kind))
        {
            var etag = await Check.Body(client, server, answer, answers.Body(answer), scenario.Alike, ct);
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
        var result = await Send(server.Address, RequestsOf(scenario, server), Connections, AsManyAsAreAnswered, ct);
        return result.In(scenario.Name, server.Name, number, (server.Usage.Cpu - before.Cpu) / result.Requests);
    }

    /// <summary>Sends prepared requests.</summary>
    /// <param name="requests">The file they are in.</param>
    /// <param name="rate">How many a second to offer, however long the answers take.</param>
    public async Task<WrkResult> Send(Uri address, string requests, int connections, int rate, CancellationToken ct)
    {
        string[] arguments = ["-t", $"{Threads}", "-c", $"{connections}", "-d", $"{seconds}s", "-s", _script, $"{address}", "--", requests, $"{rate}"];
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
