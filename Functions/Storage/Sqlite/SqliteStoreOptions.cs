namespace News.Functions.Storage.Sqlite;

/// <summary>Where the file is and how long its writer lets others wait.</summary>
/// <param name="Path">The database file; it and its folder are made when missing.</param>
/// <param name="QueuedCommits">Commits that may wait for the writer; the next one is told to come back later.</param>
/// <param name="LockWait">How long a transaction waits for another process's lock; five seconds unless given.</param>
public sealed record SqliteStoreOptions(string Path, int QueuedCommits = 4096, TimeSpan? LockWait = null);
