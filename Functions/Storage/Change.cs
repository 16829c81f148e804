namespace News.Functions.Storage;

/// <summary>One put (a body) or delete (none) in a commit.</summary>
/// <param name="Id">Document id.</param>
/// <param name="Body">JSON as UTF-8, or null to delete.</param>
/// <param name="Expect">What must be there; a delete cannot expect nothing.</param>
/// <param name="TimeToLive">Whole seconds until the document is absent by itself; null lives for ever.</param>
public sealed record Change(string Id, ReadOnlyMemory<byte>? Body, Expectation Expect, TimeSpan? TimeToLive = null)
{
    /// <summary>A change that writes the document whole.</summary>
    public static Change Put(string id, ReadOnlyMemory<byte> body, Expectation expect = default, TimeSpan? timeToLive = null) =>
        new(id, body, expect, timeToLive);

    /// <summary>A change that removes the document.</summary>
    public static Change Delete(string id, Expectation expect = default) => new(id, null, expect);
}
