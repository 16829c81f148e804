namespace News.Functions.SampleSite;

/// <summary>How far the filling has come, kept in the store so that a killed one goes on.</summary>
/// <param name="StartedAt">What the articles' dates count back from.</param>
/// <param name="Complete">Whether every article is there.</param>
/// <param name="Pictured">Whether they have their pictures too.</param>
public sealed record SampleProgress(DateTimeOffset StartedAt, bool Complete, bool Pictured = false);
