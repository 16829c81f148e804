namespace News.Domain;

/// <summary>Why something asked for was not done; one HTTP status each.</summary>
public enum FailureCode
{
    /// <summary>The request itself is wrong; the errors name the fields.</summary>
    Invalid,

    /// <summary>There is no such thing, or this caller may not know of it.</summary>
    NotFound,

    /// <summary>The thing is in a state that does not allow it.</summary>
    Conflict,

    /// <summary>It was there and was withdrawn.</summary>
    Gone,

    /// <summary>Someone else changed it since it was read.</summary>
    Stale,

    /// <summary>A write must say which version it changes, and did not.</summary>
    PreconditionRequired,

    /// <summary>More bytes than allowed.</summary>
    TooLarge,

    /// <summary>It could not be done now; the same request may succeed later.</summary>
    Unavailable,
}
