namespace News.Functions.Reading.Cache;

/// <summary>What a cache can keep: it never changes, and it knows its size.</summary>
public interface IKept
{
    /// <summary>Bytes of memory, roughly, with what it may still make of itself.</summary>
    int Bytes { get; }
}
