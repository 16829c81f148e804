using System.Globalization;

namespace News.Bench;

/// <summary>What the command line asks for.</summary>
/// <param name="Articles">Stored in all.</param>
/// <param name="Rounds">Runs of each server in each scenario.</param>
/// <param name="Seconds">Length of a run.</param>
/// <param name="Only">Scenarios to run; empty for all.</param>
/// <param name="Json">A file for every number that was measured.</param>
public sealed record BenchOptions(int Articles, int Rounds, int Seconds, IReadOnlyList<string> Only, string? Json)
{
    /// <summary>Articles that are asked for, and stored at least.</summary>
    public const int Asked = 2_000;

    private const int MostArticles = 1_000_000;
    private const int MostRounds = 1_000;
    private const int MostSeconds = 600;

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="BenchException">One is unknown, lacks its value or is out of range.</exception>
    public static BenchOptions Of(string[] args)
    {
        var options = new BenchOptions(Asked, 7, 3, [], null);
        for (var i = 0; i < args.Length; i += 2)
            options = options.With(args[i], i + 1 < args.Length ? args[i + 1] : throw new BenchException($"The option {args[i]} needs a value."));
        return options;
    }

    /// <summary>Whether a scenario is wanted.</summary>
    public bool Wants(string scenario) => Only.Count == 0 || Only.Contains(scenario);

    /// <summary>Whether a scenario with answers of this kind is wanted.</summary>
    public bool WantsKind(string kind) => Only.Count == 0 || Only.Any(scenario => scenario.Split('-')[0] == kind);

    private BenchOptions With(string name, string value) => name switch
    {
        "--articles" => this with { Articles = Number(name, value, Asked, MostArticles) },
        "--rounds" => this with { Rounds = Number(name, value, 1, MostRounds) },
        "--seconds" => this with { Seconds = Number(name, value, 1, MostSeconds) },
        "--only" => this with { Only = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) },
        "--json" => this with { Json = Path.GetFullPath(value) },
        _ => throw new BenchException($"'{name}' is not an option. Options are --articles, --rounds, --seconds, --only and --json."),
    };

    private static int Number(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new BenchException($"{name} must be {least} to {most}.");
}
