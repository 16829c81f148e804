namespace News.Functions.Reading.Answers;

/// <summary>A body as it goes over the wire.</summary>
/// <param name="Parts">Its bytes, in order.</param>
/// <param name="Length">Bytes of all parts.</param>
/// <param name="ETag">Strong: of these very bytes.</param>
/// <param name="ContentEncoding">Null where they are the body itself.</param>
public sealed record Encoded(IReadOnlyList<ReadOnlyMemory<byte>> Parts, int Length, string ETag, string? ContentEncoding)
{
    /// <summary>Writes its bytes to a place that has room for <see cref="Length"/> of them.</summary>
    public void CopyTo(Span<byte> place)
    {
        foreach (var part in Parts)
        {
            part.Span.CopyTo(place);
            place = place[part.Length..];
        }
    }
}
