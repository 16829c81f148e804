namespace News.Functions.Tests.EndToEnd.Faults;

/// <summary>What may be wrong with a store.</summary>
public enum StoreFault
{
    None,

    /// <summary>429: it asks to be left alone for a moment.</summary>
    Throttled,

    /// <summary>503.</summary>
    OutOfReach,

    /// <summary>It is waited for in vain; a commit may have happened.</summary>
    TimesOut,
}
