namespace News.Functions.Health;

/// <summary>How the process is.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>not ready</c>.</param>
/// <param name="WaitingFor">What is not ready; some of it only editors need.</param>
public sealed record HealthReport(string Status, IReadOnlyList<string> WaitingFor);
