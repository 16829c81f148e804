using System.Globalization;
using System.Text.Json;
using News.Bench;
using News.Bench.HotPaths;
using News.Bench.Pictures;
using News.Bench.Report;
using News.Bench.Servers;
using News.Bench.Videos;

if (args is [BareKestrel.Mode, var port, var answers])
{
    await BareKestrel.Run(int.Parse(port, CultureInfo.InvariantCulture), new(answers));
    return 0;
}

if (args is [PictureMaker.Mode])
{
    await PictureMaker.Run(CancellationToken.None);
    return 0;
}

if (args is [VideoMaker.Mode, var film, var made, var stills])
{
    await VideoMaker.Run(film, made, stills, CancellationToken.None);
    return 0;
}

using var stop = new CancellationTokenSource();
using var interrupted = Signals.Cancel(stop);
var folder = WorkFolder.Make();
try
{
    if (args is [DomainBenchmarks.Mode])
    {
        DomainBenchmarks.Run(folder);
        return 0;
    }

    if (args is [PictureBench.Mode, .. var rest])
    {
        await Console.Out.WriteAsync(await PictureBench.Run(folder, BenchOptions.Of(rest).Rounds, stop.Token));
        return 0;
    }

    if (args is [VideoBench.Mode, .. var others])
    {
        await Console.Out.WriteAsync(await VideoBench.Run(folder, BenchOptions.Of(["--rounds", VideoBench.Rounds, .. others]).Rounds, stop.Token));
        return 0;
    }

    var options = BenchOptions.Of(args);
    var report = await new HttpBench(options, folder, TimeProvider.System).Run(stop.Token);
    await Console.Out.WriteAsync(Tables.Of(report));
    if (options.Json is { } file)
        await File.WriteAllBytesAsync(file, JsonSerializer.SerializeToUtf8Bytes(report), stop.Token);
    return 0;
}
catch (BenchException fault)
{
    await Console.Error.WriteLineAsync($"news bench: {fault.Message}");
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
