using System.Globalization;
using News.Bench.Report;

namespace News.Bench.Videos;

/// <summary>Our video pipeline beside one bare command of ffmpeg, in turns, over the same film.</summary>
public static class VideoBench
{
    /// <summary>The argument that asks for it.</summary>
    public const string Mode = "videos";

    /// <summary>As many as are run unless asked for more or fewer, for one takes minutes.</summary>
    public const string Rounds = "3";

    private const double MostTime = 1.1;
    private const double MostMegabytes = 100;
    private const double Mega = 1e6;

    /// <summary>Measures, and gives the table.</summary>
    public static async Task<string> Run(string folder, int rounds, CancellationToken ct)
    {
        var film = Path.Combine(folder, "film.mp4");
        await BenchFilm.Write(film, ct);
        List<(Making Ours, Making Bare)> turns = [];
        for (var round = 1; round <= rounds; round++)
        {
            turns.Add((await Ours(film, folder, ct), await Bare(film, folder, ct)));
            var (ours, bare) = turns[^1];
            Progress.Tell(Text($"round {round} of {rounds}: ours {ours.Time.TotalSeconds:N1} s, {ours.PeakBytes / Mega:N0} MB; ffmpeg {bare.Time.TotalSeconds:N1} s, {bare.PeakBytes / Mega:N0} MB"));
        }

        return Table(turns);
    }

    private static Task<Making> Ours(string film, string folder, CancellationToken ct) => In(folder, (made, stills) =>
        MeasuredProcess.Run("dotnet", [typeof(VideoBench).Assembly.Location, VideoMaker.Mode, film, made, stills], ct));

    private static Task<Making> Bare(string film, string folder, CancellationToken ct) => In(folder, (made, _) =>
        MeasuredProcess.Run("ffmpeg", BareFfmpeg.Arguments(film, made), ct));

    /// <summary>In two empty folders, which are removed again.</summary>
    private static async Task<Making> In(string folder, Func<string, string, Task<Making>> make)
    {
        var work = Directory.CreateDirectory(Path.Combine(folder, "work"));
        var made = work.CreateSubdirectory("made");
        var making = await make(made.FullName, work.CreateSubdirectory("stills").FullName);
        var bytes = made.EnumerateFiles().Where(file => file.Extension is ".mp4" or ".m4s").Sum(file => file.Length);
        work.Delete(recursive: true);
        return making with { MadeBytes = bytes };
    }

    private static string Table(List<(Making Ours, Making Bare)> turns)
    {
        var time = Median.Of(turns.Select(turn => turn.Ours.Time / turn.Bare.Time));
        var memory = Median.Of(turns.Select(turn => (turn.Ours.PeakBytes - turn.Bare.PeakBytes) / Mega));
        return string.Join('\n', [
            Text($"| {BenchFilm.Seconds} s of 1080p | s | peak MB | MB made |"),
            "| --- | ---: | ---: | ---: |",
            Row("ours", turns.ConvertAll(turn => turn.Ours)),
            Row("one bare ffmpeg", turns.ConvertAll(turn => turn.Bare)),
            "",
            .. Tables.Goals(
            [
                new("time, against ffmpeg", Text($"{time:0.00} ×"), Text($"≤ {MostTime} ×"), time <= MostTime),
                new("peak of memory, beyond ffmpeg's", Text($"{memory:N0} MB"), Text($"≤ {MostMegabytes} MB"), memory <= MostMegabytes),
            ]),
            "",
        ]);
    }

    private static string Row(string who, List<Making> made) =>
        Text($"| {who} | {Median.Of(made.Select(one => one.Time.TotalSeconds)):N1} | {Median.Of(made.Select(one => one.PeakBytes / Mega)):N0} | {made[^1].MadeBytes / Mega:N1} |");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
