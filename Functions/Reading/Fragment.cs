using News.Functions.Reading.Cache;

namespace News.Functions.Reading;

/// <summary>A piece of JSON that many pages share.</summary>
/// <param name="Parts">Its bytes, in order.</param>
public sealed record Fragment(IReadOnlyList<ReadOnlyMemory<byte>> Parts) : IKept
{
    /// <inheritdoc/>
    public int Bytes { get; } = Parts.Sum(part => part.Length);
}
