using System.Runtime.InteropServices;
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

    /// <summary>The document in an item.</summary>
    public static Document Read(JsonElement item) => new(
        item.GetProperty("id"u8).GetString()!,
        item.GetProperty("_etag"u8).GetString()!,
        JsonMarshal.GetRawUtf8Value(item.GetProperty("body"u8)).ToArray());
}
