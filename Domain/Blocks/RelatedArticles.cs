namespace News.Domain.Blocks;

/// <summary>The other articles an article points to: by slug from an editor, by id once stored.</summary>
public static class RelatedArticles
{
    /// <summary>Each name in the blocks, those in boxes too, once.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Block> blocks) => [.. blocks.SelectMany(Of).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// The blocks with their names exchanged. A name that is not in the map is left out, with its last name its block, and with its
    /// last block a box: an empty one could not be sent back.
    /// </summary>
    public static IReadOnlyList<Block> Rename(IEnumerable<Block> blocks, IReadOnlyDictionary<string, string> names) =>
        [.. blocks.Select(block => Rename(block, names)).OfType<Block>()];

    private static Block? Rename(Block block, IReadOnlyDictionary<string, string> names) => block switch
    {
        Block.Related related => related.Articles!.Where(names.ContainsKey).Select(name => names[name]).Distinct(StringComparer.Ordinal).ToList()
            is { Count: > 0 } others ? new Block.Related(others) : null,
        Block.Box box => Rename(box.Blocks!, names) is { Count: > 0 } inner ? box with { Blocks = inner } : null,
        _ => block,
    };

    private static IEnumerable<string> Of(Block block) => block switch
    {
        Block.Related related => related.Articles!,
        Block.Box box => box.Blocks!.SelectMany(Of),
        _ => [],
    };
}
