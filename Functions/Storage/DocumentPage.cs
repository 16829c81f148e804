namespace News.Functions.Storage;

/// <summary>Documents in the order asked for.</summary>
/// <param name="Items">At most as many as asked for; fewer when the page's bytes are full.</param>
/// <param name="More">Whether the range holds more beyond the last item.</param>
public sealed record DocumentPage(IReadOnlyList<Document> Items, bool More);
