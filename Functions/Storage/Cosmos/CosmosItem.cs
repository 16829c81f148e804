using System.Text.Json;

namespace News.Functions.Storage.Cosmos;

/// <summary>A document as Cosmos keeps it: <c>{"id", "pk", "ttl"?, "body"}</c>, the body as JSON of its own.</summary>
public static class CosmosItem
{
    /// <summary>The item as bytes to send.</summary>
    public static MemoryStream Write(string pk, Change change)
    {
        var stream = new MemoryStream(change.Body!.Value.Length + 128);
        using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartObject();
        writer.WriteString("id"u8, change.Id);
        writer.WriteString("pk"u8, pk);
        if (change.TimeToLive is { } life)
            writer.WriteNumber("ttl"u8, (long)life.TotalSeconds);
        writer.WritePropertyName("body"u8);
        writer.WriteRawValue(change.Body.Value.Span, skipInputValidation: true);
        writer.WriteEndObject();
        writer.Flush();
        stream.Position = 0;
        return stream;
    }

    /// <summary>An answer's content.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>> Bytes(Stream content, CancellationToken ct)
    {
        using var bytes = new MemoryStream(content.CanSeek ? (int)content.Length : 0);
        await content.CopyToAsync(bytes, ct);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    /// <summary>The document in an item.</summary>
    public static Document Read(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        return Read(ref reader, json);
    }

    /// <summary>The documents in one part of a query's answer.</summary>
    public static List<Document> ReadAll(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        List<Document> documents = [];
        reader.Read();
        while (Next(ref reader))
        {
            if (!IsAt(ref reader, "Documents"u8))
                continue;
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                documents.Add(Read(ref reader, json));
        }

        return documents;
    }

    /// <summary>Reads the object the reader is at. The body is a slice of what came: parsed over once, never copied.</summary>
    private static Document Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        var (id, etag, body) = ("", "", ReadOnlyMemory<byte>.Empty);
        while (Next(ref reader))
        {
            if (IsAt(ref reader, "id"u8))
                id = reader.GetString()!;
            else if (IsAt(ref reader, "_etag"u8))
                etag = reader.GetString()!;
            else if (IsAt(ref reader, "body"u8))
                body = Value(ref reader, json);
        }

        return new(id, etag, body);
    }

    /// <summary>Goes on to the object's next member, over the value of the last where nobody took it.</summary>
    private static bool Next(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
            reader.Skip();
        return reader.Read() && reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Whether the member has this name; then the reader goes to its value.</summary>
    private static bool IsAt(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();

    private static ReadOnlyMemory<byte> Value(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }
}
