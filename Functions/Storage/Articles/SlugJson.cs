using System.Text.Json;
using News.Domain.Blocks;
using News.Domain.Projection;
using News.Domain.Reading;

namespace News.Functions.Storage.Articles;

/// <summary>
/// Slug documents for readers. Most of an article is blocks that they get as they are stored; making objects of them and writing those
/// again would cost more than everything else about a read.
/// </summary>
internal static class SlugJson
{
    // In the object, its article and that one's content.
    private const int DepthInAnswer = 3;
    private const int DepthInContent = 1;

    /// <summary>What the slug answers; an article's blocks as <see cref="ShownBlock.AsStored"/> where they may be.</summary>
    public static SlugAnswer Read(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        if (!FindBlocks(ref reader, DepthInAnswer))
            return JsonSerializer.Deserialize(json.Span, NewsJson.Wire.SlugAnswer)!;
        var start = (int)reader.TokenStartIndex;
        var blocks = ReadBlocks(ref reader, json);
        byte[] rest = [.. json.Span[..start], .. "[]"u8, .. json.Span[(int)reader.BytesConsumed..]];
        return Put(blocks, JsonSerializer.Deserialize(rest, NewsJson.Wire.SlugAnswer)!);
    }

    /// <summary>The same answer, an article's blocks taken from its content as it is stored: what is written there need not be written again.</summary>
    public static SlugAnswer CopyBlocks(SlugAnswer answer, ReadOnlyMemory<byte> content)
    {
        var reader = new Utf8JsonReader(content.Span);
        if (answer.Article is null || !FindBlocks(ref reader, DepthInContent))
            return answer;
        var start = (int)reader.BytesConsumed;
        reader.Skip();
        var blocks = content[start..(int)reader.TokenStartIndex];
        return blocks.IsEmpty ? answer : Put([new ShownBlock.AsStored(blocks)], answer);
    }

    private static SlugAnswer Put(IReadOnlyList<Block> blocks, SlugAnswer answer)
    {
        var article = answer.Article!;
        return answer with { Article = article with { Content = article.Content with { Blocks = blocks } } };
    }

    /// <summary>Goes to the start of the array.</summary>
    private static bool FindBlocks(ref Utf8JsonReader reader, int depth)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == depth && reader.ValueTextEquals("blocks"u8))
                return reader.Read();
        }

        return false;
    }

    private static List<Block> ReadBlocks(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        List<Block> blocks = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var start = (int)reader.TokenStartIndex;
            var kind = BlockJson.KindAt(reader);
            reader.Skip();
            var block = json[start..(int)reader.BytesConsumed];
            blocks.Add(ShownBlock.AsStored.Suits(kind)
                ? new ShownBlock.AsStored(block)
                : JsonSerializer.Deserialize(block.Span, NewsJson.Wire.Block)!);
        }

        return blocks;
    }
}
