namespace News.Functions.Reading;

/// <summary>JSON arrays of what is JSON already.</summary>
public static class JsonArray
{
    /// <summary>The array as UTF-8.</summary>
    public static byte[] Of(IEnumerable<ReadOnlyMemory<byte>> items)
    {
        using var array = new MemoryStream();
        array.WriteByte((byte)'[');
        foreach (var item in items)
        {
            if (array.Length > 1)
                array.WriteByte((byte)',');
            array.Write(item.Span);
        }

        array.WriteByte((byte)']');
        return array.ToArray();
    }
}
