using System.Globalization;
using News.Bench.Report;
using News.Domain.Media;

namespace News.Bench.Pictures;

/// <summary>Our pipeline beside sharp, in turns, over the same picture and the same set of files.</summary>
public static class PictureBench
{
    /// <summary>The argument that asks for it.</summary>
    public const string Mode = "pictures";

    private const string SharpScript = "tools/sharp/make.mjs";
    private const double MostOfSharp = 0.9;
    private const int Dropped = 40;
    private const double Kilo = 1_000;

    /// <summary>Measures, and gives the table.</summary>
    public static async Task<string> Run(string folder, int rounds, CancellationToken ct)
    {
        var (photo, work) = (Path.Combine(folder, "photo.jpg"), Path.Combine(folder, "made"));
        BenchPhoto.Write(photo);
        using var ours = new MakingProcess("dotnet", typeof(PictureBench).Assembly.Location, PictureMaker.Mode);
        using var sharp = new MakingProcess("node", SharpScript);
        // Once each to warm up; the set is what ours makes.
        var files = (await ours.Make(photo, work, [], ct)).Files!;
        await sharp.Make(photo, work, files, ct);
        List<(MakeAnswer Ours, MakeAnswer Sharp)> turns = [];
        for (var round = 1; round <= rounds; round++)
        {
            turns.Add((await ours.Make(photo, work, files, ct), await sharp.Make(photo, work, files, ct)));
            Progress.Tell(Text($"round {round} of {rounds}: ours {turns[^1].Ours.Milliseconds:N0} ms, sharp {turns[^1].Sharp.Milliseconds:N0} ms"));
        }

        return Table(files, turns, await Many(folder, ct));
    }

    /// <summary>Pictures a minute when all come at once.</summary>
    private static async Task<double> Many(string folder, CancellationToken ct)
    {
        var files = BenchPhoto.WriteMany(folder, Dropped).ToList();
        var spent = await PictureDrop.Run(files, Path.Combine(folder, "site"), TimeProvider.System, ct);
        return Dropped / spent.TotalMinutes;
    }

    private static string Table(IReadOnlyList<PictureFile> files, List<(MakeAnswer Ours, MakeAnswer Sharp)> turns, double perMinute)
    {
        var ratio = Median.Of(turns.Select(turn => turn.Ours.Milliseconds / turn.Sharp.Milliseconds));
        return string.Join('\n', [
            Text($"| {files.Count} files of 12 megapixels | ms | peak MB |"),
            "| --- | ---: | ---: |",
            Row("ours", turns.ConvertAll(turn => turn.Ours)),
            Row("sharp", turns.ConvertAll(turn => turn.Sharp)),
            "",
            .. Tables.Goals([new("time of a set, against sharp", Text($"{ratio:0.00} ×"), Text($"≤ {MostOfSharp} ×"), ratio <= MostOfSharp)]),
            Text($"| {Dropped} pictures dropped at once, until the last is ready | {perMinute:N0} a minute | | |"),
            "",
        ]);
    }

    private static string Row(string who, List<MakeAnswer> answers) =>
        Text($"| {who} | {Median.Of(answers.Select(answer => answer.Milliseconds)):N0} | {answers.Max(answer => answer.PeakKilobytes) / Kilo:N0} |");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
