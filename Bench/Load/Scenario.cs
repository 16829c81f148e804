using News.Bench.Servers;

namespace News.Bench.Load;

/// <summary>The same requests for several servers.</summary>
/// <param name="Name">As <c>--only</c> knows it.</param>
/// <param name="Kind">Of the answers that are asked for, all of them in turn.</param>
/// <param name="Conditional">Asks with the ETag of what the client has already, so every answer is 304.</param>
/// <param name="Alike">Each server has articles of its own, written at another time: with other ids and dates, so other bytes.</param>
/// <param name="Servers">Ours first; the others are what it is held against.</param>
/// <param name="Goals">What ours is to reach.</param>
public sealed record Scenario(string Name, string Kind, bool Conditional, bool Alike, IReadOnlyList<Server> Servers, IReadOnlyList<Goal> Goals);
