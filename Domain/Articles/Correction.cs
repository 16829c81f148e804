namespace News.Domain.Articles;

/// <summary>What was put right in a published article, for its readers.</summary>
public sealed record Correction(DateTimeOffset At, string Text);
