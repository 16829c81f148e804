namespace News.Functions.Storage.Articles;

/// <summary>Who did what to an article, when; one for each version.</summary>
/// <param name="Revision">The version whose content was the working one afterwards.</param>
/// <param name="Mark">Of the write, so that its writer can find out whether it happened.</param>
public sealed record LogEntry(int Version, int Revision, string Action, string? By, DateTimeOffset At, string Mark);
