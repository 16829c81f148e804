using System.Text.Json.Serialization;
using News.Domain.Blocks;
using News.Domain.Reading.Pictures;
using News.Domain.Reading.Videos;

namespace News.Domain.Reading;

/// <summary>Blocks whose references readers get filled in. They bear the names of the kinds they stand for and are only ever written.</summary>
public abstract record ShownBlock : Block
{
    private ShownBlock()
    {
    }

    /// <summary>One that readers get as it is stored, or several with commas between: JSON, not taken apart.</summary>
    public sealed record AsStored(ReadOnlyMemory<byte> Json) : ShownBlock
    {
        /// <summary>Whether blocks of this kind may be: nothing in them is filled in.</summary>
        public static bool Suits(Type kind) =>
            kind != typeof(Image) && kind != typeof(Gallery) && kind != typeof(Video) && kind != typeof(Related) && kind != typeof(Box);
    }

    public sealed record Picture([property: JsonPropertyName("picture")] PictureView Shown) : ShownBlock
    {
        public override string Type => "image";
    }

    public sealed record Pictures([property: JsonPropertyName("pictures")] IReadOnlyList<PictureView> Shown) : ShownBlock
    {
        public override string Type => "gallery";
    }

    public sealed record Film([property: JsonPropertyName("video")] VideoView Shown) : ShownBlock
    {
        public override string Type => "video";
    }

    public sealed record ReadAlso(IReadOnlyList<CardView> Articles) : ShownBlock
    {
        public override string Type => "related";
    }
}
