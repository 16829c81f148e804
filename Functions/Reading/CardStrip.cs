using News.Functions.Reading.Cache;

namespace News.Functions.Reading;

/// <summary>The newest cards of a list, each ready to send.</summary>
public sealed record CardStrip(IReadOnlyList<CardStrip.Item> Items) : IKept
{
    /// <summary>No cards.</summary>
    public static CardStrip Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Bytes => Items.Sum(item => item.Json.Length);

    /// <summary>The first of them as a JSON array.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="without">Id of an article that is not to be among them.</param>
    public byte[] Array(int most, string? without = null) =>
        JsonArray.Of(Items.Where(item => item.Id != without).Take(most).Select(item => item.Json));

    /// <summary>A card.</summary>
    /// <param name="Id">Of the article.</param>
    /// <param name="Json">The card as UTF-8.</param>
    public sealed record Item(string Id, byte[] Json);
}
