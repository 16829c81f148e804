using System.Text.Json.Nodes;

namespace News.Functions.Revisions;

/// <summary>One version of an article.</summary>
/// <param name="Article">Its content, as PutArticle takes it.</param>
/// <param name="Against">The version it is compared with, if any.</param>
/// <param name="Fields">Members that differ.</param>
/// <param name="Blocks">Blocks that differ, in reading order.</param>
public sealed record RevisionView(
    RevisionList.Saved Revision,
    JsonObject Article,
    int? Against,
    IReadOnlyList<RevisionView.FieldChange>? Fields,
    IReadOnlyList<RevisionView.BlockChange>? Blocks)
{
    public sealed record FieldChange(string Field, JsonNode? Before, JsonNode? After);

    /// <param name="Change"><c>added</c> or <c>removed</c>.</param>
    /// <param name="Index">Place in the version that has the block.</param>
    public sealed record BlockChange(string Change, int Index, JsonNode Block);
}
