namespace News.Functions.Tests.EndToEnd.WorkerHost;

/// <summary>How an invocation without HTTP ended; the error has the exception's type, message and stack.</summary>
public sealed record TriggerOutcome(bool Succeeded, string? Error);
