using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using News.Domain.Blocks;
using News.Functions;
using News.Functions.Media.Decoding;
using News.Functions.Media.Pictures;

namespace News.Bench.Pictures;

/// <summary>Our pipeline as a process of its own: a request a line in, an answer a line out.</summary>
public static class PictureMaker
{
    /// <summary>The argument that makes this program be it.</summary>
    public const string Mode = "make-pictures";

    private static readonly FocusPoint _middle = new(0.5, 0.5);

    /// <summary>Answers until there are no more lines.</summary>
    public static async Task Run(CancellationToken ct)
    {
        var configuration = new ConfigurationBuilder();
        Settings.AddDefaults(configuration);
        var settings = PictureSettings.Of(configuration.Build());
        var gate = new PictureGate(settings);
        using var pipeline = new PicturePipeline(settings, gate, new(gate, new(gate, settings), new(settings)), TimeProvider.System);
        while (await Console.In.ReadLineAsync(ct) is { } line)
        {
            var answer = await Make(pipeline, JsonSerializer.Deserialize<MakeRequest>(line, JsonSerializerOptions.Web)!, ct);
            Console.WriteLine(JsonSerializer.Serialize(answer, JsonSerializerOptions.Web));
        }
    }

    private static async Task<MakeAnswer> Make(PicturePipeline pipeline, MakeRequest request, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var asset = await pipeline.Make(request.File, request.Folder, _middle, ct);
        return new(clock.Elapsed.TotalMilliseconds, Peak(), [.. asset.Files, .. asset.Crops.Values.SelectMany(crop => crop)]);
    }

    private static long Peak() => long.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
