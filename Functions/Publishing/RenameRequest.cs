using System.Text.Json.Serialization;

namespace News.Functions.Publishing;

/// <summary>What an article is called from now on.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record RenameRequest(string Slug = "");
