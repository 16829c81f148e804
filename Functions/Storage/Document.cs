namespace News.Functions.Storage;

/// <summary>A stored document.</summary>
/// <param name="Id">Its id within the partition.</param>
/// <param name="ETag">Opaque; another one after every write.</param>
/// <param name="Body">JSON as UTF-8.</param>
public sealed record Document(string Id, string ETag, ReadOnlyMemory<byte> Body);
