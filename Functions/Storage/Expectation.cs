namespace News.Functions.Storage;

/// <summary>What must be in the document's place for a change to be made.</summary>
public readonly record struct Expectation
{
    private Expectation(bool absent, string? etag) => (MustBeAbsent, ETag) = (absent, etag);

    /// <summary>Nothing is expected.</summary>
    public static Expectation Any => default;

    /// <summary>No document may be there.</summary>
    public static Expectation Absent => new(true, null);

    /// <summary>Whether no document may be there.</summary>
    public bool MustBeAbsent { get; }

    /// <summary>The ETag that must be there, or null.</summary>
    public string? ETag { get; }

    /// <summary>Exactly the document with this ETag must be there.</summary>
    public static Expectation Match(string etag) => new(false, etag);
}
