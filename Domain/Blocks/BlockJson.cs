using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using News.Domain.Reading;

namespace News.Domain.Blocks;

/// <summary>
/// Blocks as JSON, told apart by <c>type</c>. A converter of our own because readers get other records under the same names
/// (an image with its renditions instead of a reference), which the built-in polymorphism does not allow.
/// </summary>
public sealed class BlockJson : JsonConverter<Block>
{
    /// <summary>Where a nested failure keeps the path that follows the block, in <see cref="Exception.Data"/>.</summary>
    public const string PathKey = "path";

    private static readonly FrozenDictionary<string, Type> _types = new Dictionary<string, Type>
    {
        ["paragraph"] = typeof(Block.Paragraph),
        ["heading"] = typeof(Block.Heading),
        ["image"] = typeof(Block.Image),
        ["gallery"] = typeof(Block.Gallery),
        ["video"] = typeof(Block.Video),
        ["quote"] = typeof(Block.Quote),
        ["list"] = typeof(Block.List),
        ["table"] = typeof(Block.Table),
        ["box"] = typeof(Block.Box),
        ["related"] = typeof(Block.Related),
        ["file"] = typeof(Block.File),
        ["audio"] = typeof(Block.Audio),
        ["code"] = typeof(Block.Code),
        ["embed"] = typeof(Block.Embed),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Type, string> _names = _types.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <summary>What is wrong with a member, in words for the one who sent it.</summary>
    public static string Why(JsonException fault) =>
        fault.Data.Contains(PathKey) ? fault.Message
        : fault.Message.StartsWith("Duplicate", StringComparison.Ordinal) ? "stands twice"
        : "has a value of the wrong type, or none where one is needed";

    /// <summary>The name of a kind of block in JSON.</summary>
    public static string NameOf(Type type) => _names[type];

    /// <summary>The kind of the block at the reader, which stays where it is.</summary>
    /// <exception cref="JsonException">It is of none.</exception>
    public static Type KindAt(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Fault("must be an object with a type");
        var depth = reader.CurrentDepth + 1;
        while (reader.Read() && reader.CurrentDepth >= depth)
        {
            if (reader.CurrentDepth == depth && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("type"u8))
                return reader.Read() && reader.TokenType == JsonTokenType.String && _types.TryGetValue(reader.GetString()!, out var type)
                    ? type
                    : throw Fault($"has a type that is none of {string.Join(", ", _types.Keys.Order())}");
        }

        throw Fault("needs a type");
    }

    /// <inheritdoc/>
    public override Block Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var type = KindAt(reader);
        try
        {
            return (Block)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(type))!;
        }
        catch (JsonException fault)
        {
            throw Fault(Why(fault), fault.Path?.TrimStart('$') + fault.Data[PathKey]);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Block value, JsonSerializerOptions options)
    {
        if (value is ShownBlock.AsStored stored)
        {
            writer.WriteRawValue(stored.Json.Span, skipInputValidation: true);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type"u8, value.Type);
        foreach (var property in options.GetTypeInfo(value.GetType()).Properties)
            WriteProperty(writer, value, property, options);
        writer.WriteEndObject();
    }

    private static void WriteProperty(Utf8JsonWriter writer, Block value, JsonPropertyInfo property, JsonSerializerOptions options)
    {
        if (property.Get is null || property.Name == "type")
            return;
        writer.WritePropertyName(property.Name);
        JsonSerializer.Serialize(writer, property.Get(value), options.GetTypeInfo(property.PropertyType));
    }

    /// <summary>The serialiser adds the path up to the block to a fault that has none of its own.</summary>
    private static JsonException Fault(string why, string path = "") => new(why) { Data = { [PathKey] = path } };
}
