using News.Domain.Text;

namespace News.Domain.Blocks;

/// <summary>The words of a block, for counting and searching.</summary>
public static class BlockText
{
    /// <summary>Each piece of text a reader sees in the block, without markup.</summary>
    public static IEnumerable<string> Of(Block block) => block switch
    {
        Block.Paragraph paragraph => [PlainText.FromHtml(paragraph.Html)],
        Block.Heading heading => [heading.Text],
        Block.Quote quote => [PlainText.FromHtml(quote.Html), quote.Attribution ?? ""],
        Block.List list => list.Items!.Select(PlainText.FromHtml),
        Block.Table table => [table.Caption ?? "", .. table.Header!.Concat(table.Rows!.SelectMany(row => row)).Select(PlainText.FromHtml)],
        Block.Box box => [box.Title, .. box.Blocks!.SelectMany(Of)],
        Block.Code code => [code.Text],
        Block.Audio audio => [audio.Transcript ?? ""],
        _ => BlockPictures.Of(block).Select(picture => picture.Caption ?? ""),
    };
}
