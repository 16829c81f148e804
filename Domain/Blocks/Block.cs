using System.Text.Json.Serialization;

namespace News.Domain.Blocks;

/// <summary>One piece of an article's body. What an editor sends, what is stored, and for most kinds what readers get.</summary>
[JsonConverter(typeof(BlockJson))]
public abstract record Block
{
    /// <summary>The kind, as it stands in JSON.</summary>
    [JsonIgnore]
    public virtual string Type => BlockJson.NameOf(GetType());

    /// <summary>Inline HTML.</summary>
    public sealed record Paragraph(string Html = "") : Block;

    /// <summary>A heading of level 2 to 4; level 1 is the title.</summary>
    public sealed record Heading(int Level = 2, string Text = "") : Block;

    public sealed record Image(PictureRef? Picture = null) : Block;

    public sealed record Gallery(IReadOnlyList<PictureRef>? Pictures = null) : Block;

    public sealed record Video([property: JsonPropertyName("video")] PictureRef? Reference = null) : Block;

    public sealed record Quote(string Html = "", string? Attribution = null) : Block;

    public sealed record List(bool Ordered = false, IReadOnlyList<string>? Items = null) : Block;

    /// <summary>A table; each row has as many cells as the header.</summary>
    public sealed record Table(string? Caption = null, IReadOnlyList<string>? Header = null, IReadOnlyList<IReadOnlyList<string>>? Rows = null) : Block;

    /// <summary>A fact box; its blocks are any but another box.</summary>
    public sealed record Box(string Title = "", IReadOnlyList<Block>? Blocks = null) : Block;

    /// <summary>Read also: slugs of articles from the editor, article ids once stored.</summary>
    public sealed record Related(IReadOnlyList<string>? Articles = null) : Block;

    /// <summary>A file to download; size in bytes.</summary>
    public sealed record File(string Url = "", string Name = "", long Size = 0) : Block;

    public sealed record Audio(string Url = "", double DurationSeconds = 0, string? Transcript = null) : Block;

    public sealed record Code(string Text = "") : Block;

    /// <summary>A foreign player or post in a frame; width divided by height is the aspect ratio.</summary>
    public sealed record Embed(string Provider = "", string Url = "", string? Title = null, double AspectRatio = 16.0 / 9) : Block;
}
