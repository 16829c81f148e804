namespace News.Domain.MostRead;

/// <summary>What a view may be, and how long lists are.</summary>
public static class MostReadLimits
{
    /// <summary>Bytes of a view's body.</summary>
    public const int ViewBytes = 1024;

    /// <summary>Characters of a visitor's id.</summary>
    public const int Visitor = 200;

    /// <summary>Views that wait on one instance to be stored; more are told to come back.</summary>
    public const int Waiting = 10_000;

    /// <summary>Articles kept of a list, so that those withdrawn since leave no gap.</summary>
    public const int Listed = 60;

    /// <summary>Articles of a list where the question names no number.</summary>
    public const int ListDefault = 5;

    /// <summary>Articles of a list that one can ask for.</summary>
    public const int ListMost = 50;
}
