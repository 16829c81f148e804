namespace News.Functions.Storage.Faults;

/// <summary>The store did not say whether a commit happened; the caller reads back.</summary>
public sealed class CommitUnknownException(string message, Exception? inner = null) : Exception(message, inner);
