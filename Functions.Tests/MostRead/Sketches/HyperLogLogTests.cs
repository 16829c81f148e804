using FsCheck.Xunit;
using News.Domain.MostRead;
using News.Domain.MostRead.Sketches;
using Xunit;

namespace News.Functions.Tests.MostRead.Sketches;

public class HyperLogLogTests
{
    [Fact]
    public void Small_counts_are_exact()
    {
        var sketch = new HyperLogLog();
        for (var readers = 1; readers <= HyperLogLog.SparseMost; readers++)
        {
            // An odd factor goes through every mark once.
            sketch.Add((uint)((readers * 2_654_435L) % (1 << ReaderMark.Bits)));
            Assert.Equal(readers, sketch.Estimate());
        }

        Assert.False(sketch.IsDense);
    }

    [Theory]
    [InlineData(1_000, 983)]
    [InlineData(10_000, 10_022)]
    [InlineData(100_000, 100_238)]
    [InlineData(1_000_000, 1_017_698)]
    public void Large_counts_are_estimated(int readers, int expected) =>
        Assert.Equal(expected, HyperLogLog.Of(SketchSamples.Marks(1, readers)).Estimate());

    /// <summary>The promise is a standard error of 1.04 / √4096 = 1.63 %; of a hundred sketches each, the mean square must keep to it.</summary>
    [Theory]
    [InlineData(700)]
    [InlineData(3_000)]
    [InlineData(10_000)]
    [InlineData(60_000)]
    public void Error_keeps_to_the_promise_and_leans_to_no_side(int readers)
    {
        var errors = Enumerable.Range(0, 100).Select(seed => (HyperLogLog.Of(SketchSamples.Marks(seed, readers)).Estimate() / (double)readers) - 1).ToList();
        Assert.InRange(Math.Sqrt(errors.Average(error => error * error)), 0, 0.0163 * 1.2);
        Assert.InRange(errors.Average(), -0.005, 0.005);
    }

    [Fact]
    public void Every_mark_there_is_gives_a_number_not_infinity()
    {
        var full = HyperLogLog.FromRegisters([.. Enumerable.Repeat((byte)0xDD, HyperLogLog.DenseBytes)]);
        Assert.Equal(1 << ReaderMark.Bits, full.Estimate());
    }

    [Fact]
    public void Sketch_is_never_larger_than_its_registers()
    {
        var sketch = HyperLogLog.Of(SketchSamples.Marks(3, 5_000));
        Assert.Equal((true, 2_048), (sketch.IsDense, sketch.DenseRegisters.Length));
    }

    [Fact]
    public void Mark_that_is_too_large_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new HyperLogLog().Add(1u << ReaderMark.Bits));

    [Theory]
    [InlineData(2_047, 0)]
    [InlineData(2_049, 0)]
    [InlineData(2_048, 0x0E)]
    [InlineData(2_048, 0xE0)]
    public void Registers_that_cannot_be_are_refused(int length, byte value) =>
        Assert.Throws<InvalidDataException>(() => HyperLogLog.FromRegisters([.. Enumerable.Repeat(value, length)]));

    [Property(Arbitrary = new[] { typeof(SketchSamples) })]
    public bool Union_with_itself_changes_nothing(HyperLogLog one) => !Union(one).Union(one) && Same(Union(one, one), one);

    [Property(Arbitrary = new[] { typeof(SketchSamples) })]
    public bool Union_is_commutative(HyperLogLog one, HyperLogLog other) => Same(Union(one, other), Union(other, one));

    [Property(Arbitrary = new[] { typeof(SketchSamples) })]
    public bool Union_is_associative(HyperLogLog one, HyperLogLog other, HyperLogLog third) =>
        Same(Union(Union(one, other), third), Union(one, Union(other, third)));

    [Property]
    public bool Order_and_repetition_do_not_matter(int seed, ushort count)
    {
        var marks = SketchSamples.Marks(seed, count % 2_000).ToList();
        return Same(HyperLogLog.Of(marks), HyperLogLog.Of(marks.Concat(marks).Reverse()));
    }

    private static HyperLogLog Union(params HyperLogLog[] sketches)
    {
        var union = new HyperLogLog();
        foreach (var sketch in sketches)
            union.Union(sketch);
        return union;
    }

    private static bool Same(HyperLogLog one, HyperLogLog other) =>
        one.SparseMarks.SequenceEqual(other.SparseMarks) && one.DenseRegisters.SequenceEqual(other.DenseRegisters);
}
