using News.Bench.Servers;

namespace News.Bench.Load;

/// <summary>Rounds in which every server of a scenario has its turn, so that a change of the machine meets them all.</summary>
public sealed class Turns(Wrk wrk, IReadOnlyList<Scenario> scenarios, AnswerFolder answers, int rounds)
{
    // A server compiles what is hot again while it runs; until then it is slower than it will be.
    private const int WarmUps = 3;

    /// <summary>All rounds but those for warming up.</summary>
    public async Task<IReadOnlyList<Round>> Run(CancellationToken ct)
    {
        foreach (var scenario in scenarios)
        {
            foreach (var server in scenario.Servers)
                await wrk.Prepare(scenario, server, answers, ct);
        }

        List<Round> all = [];
        for (var number = -WarmUps; number < rounds; number++)
        {
            Progress.Tell(number < 0 ? "Warming up ..." : $"Round {number + 1} of {rounds} ...");
            foreach (var scenario in scenarios)
            {
                foreach (var server in scenario.Servers)
                    all.Add(await wrk.Run(scenario, server, number, ct));
            }
        }

        return [.. all.Where(round => round.Number >= 0)];
    }
}
