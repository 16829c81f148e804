namespace News.Functions.Storage;

/// <summary>Why a change was refused.</summary>
public enum Refusal
{
    /// <summary>A document is there and none was expected.</summary>
    Exists,

    /// <summary>No document is there and an ETag was expected.</summary>
    Missing,

    /// <summary>The document there has another ETag.</summary>
    Changed,
}
