using News.Functions.Reading.Cache;

namespace News.Functions.Reading;

/// <summary>The newest cards of a list, each ready to send.</summary>
/// <param name="Json">All of them one after the other, a comma between.</param>
/// <param name="Bytes">Of the memory they are in.</param>
/// <param name="Items">Each of them there.</param>
public sealed record CardStrip(ReadOnlyMemory<byte> Json, int Bytes, IReadOnlyList<CardStrip.Item> Items) : IKept
{
    /// <summary>No cards.</summary>
    public static CardStrip Empty { get; } = new(default, 0, []);

    /// <summary>The first of them as a JSON array: parts of what is there already.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="without">Id of an article that is not to be among them.</param>
    public IReadOnlyList<ReadOnlyMemory<byte>> Array(int most, string? without = null)
    {
        var left = Items.Take(most).TakeWhile(item => item.Id != without).Count();
        var before = Cards(0, left);
        var after = left < most ? Cards(left + 1, most + 1) : default;
        return ["["u8.ToArray(), before, before.IsEmpty || after.IsEmpty ? default : ","u8.ToArray(), after, "]"u8.ToArray()];
    }

    private ReadOnlyMemory<byte> Cards(int from, int to) => from < Items.Count
        ? Json.Slice(LengthOf(Items.Take(from)), Math.Max(0, LengthOf(Items.Take(from..to)) - 1))
        : default;

    /// <summary>With a comma after each.</summary>
    private static int LengthOf(IEnumerable<Item> cards) => cards.Sum(card => card.Json.Length + 1);

    /// <summary>A card.</summary>
    /// <param name="Id">Of the article.</param>
    /// <param name="Json">The card as UTF-8.</param>
    public sealed record Item(string Id, ReadOnlyMemory<byte> Json);
}
