namespace News.Domain.Blocks;

/// <summary>The other articles an article points to: by slug from an editor, by id once stored.</summary>
public static class RelatedArticles
{
    /// <summary>Each name in the blocks, those in boxes too, once.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Block> blocks) => [.. blocks.SelectMany(Of).Distinct(StringComparer.Ordinal)];

    /// <summary>The block with its names exchanged; a name that is not in the map is left out.</summary>
    public static Block Rename(Block block, IReadOnlyDictionary<string, string> names) => block switch
    {
        Block.Related related => new Block.Related([.. related.Articles!.Where(names.ContainsKey).Select(name => names[name]).Distinct(StringComparer.Ordinal)]),
        Block.Box box => box with { Blocks = [.. box.Blocks!.Select(inner => Rename(inner, names))] },
        _ => block,
    };

    private static IEnumerable<string> Of(Block block) => block switch
    {
        Block.Related related => related.Articles!,
        Block.Box box => box.Blocks!.SelectMany(Of),
        _ => [],
    };
}
