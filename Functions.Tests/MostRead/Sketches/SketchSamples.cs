using FsCheck;
using FsCheck.Fluent;
using News.Domain.MostRead;
using News.Domain.MostRead.Sketches;

namespace News.Functions.Tests.MostRead.Sketches;

/// <summary>Sketches and books for properties: empty, sparse, at the edge between, dense.</summary>
public static class SketchSamples
{
    private const int Articles = 40;
    private const int MarkRange = 1 << ReaderMark.Bits;

    /// <summary>Marks that a seed gives, the same each time.</summary>
    public static IEnumerable<uint> Marks(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
            yield return (uint)random.Next(MarkRange);
    }

    public static Arbitrary<HyperLogLog> Sketches() => Sketch.ToArbitrary();

    public static Arbitrary<SketchBook> Books() => (
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from count in Gen.Choose(0, Articles)
        from sketches in Sketch.Where(sketch => sketch.Estimate() > 0).ArrayOf(count)
        select Book(seed, sketches)).ToArbitrary();

    private static Gen<HyperLogLog> Sketch =>
        from seed in Gen.Choose(0, 50)
        from count in Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, 2 * HyperLogLog.SparseMost), Gen.Choose(0, 20_000))
        select HyperLogLog.Of(Marks(seed, count));

    private static SketchBook Book(int seed, HyperLogLog[] sketches)
    {
        var random = new Random(seed);
        var book = new SketchBook();
        foreach (var sketch in sketches)
            book.Add(new((ulong)random.NextInt64(), (ulong)random.NextInt64()), sketch);
        return book;
    }
}
