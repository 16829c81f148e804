namespace News.Functions.Http.Requests;

/// <summary>What one request may ask for.</summary>
public static class RequestLimits
{
    /// <summary>Bytes of a newsroom body.</summary>
    public const int BodyBytes = 1024 * 1024;

    /// <summary>How much of a body that is too large is read and dropped, so that a client still sending gets our answer.</summary>
    public const int DrainedBytes = 16 * 1024 * 1024;

    /// <summary>JSON nested deeper is refused.</summary>
    public const int JsonDepth = 32;

    /// <summary>Entries of a list that names no limit.</summary>
    public const int ListDefault = 20;

    /// <summary>Entries of a list at most.</summary>
    public const int ListMost = 100;

    /// <summary>Articles looked through for one page of a search in the newsroom.</summary>
    public const int Searched = 2_000;

    /// <summary>Ids in one question for cards.</summary>
    public const int Ids = 100;
}
