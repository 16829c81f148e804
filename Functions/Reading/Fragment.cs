using News.Functions.Reading.Cache;

namespace News.Functions.Reading;

/// <summary>A piece of JSON that many pages share.</summary>
public sealed record Fragment(byte[] Json) : IKept
{
    /// <inheritdoc/>
    public int Bytes => Json.Length;
}
