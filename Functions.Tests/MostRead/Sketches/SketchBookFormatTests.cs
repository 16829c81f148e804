using FsCheck.Xunit;
using News.Domain.MostRead;
using News.Domain.MostRead.Sketches;
using Xunit;

namespace News.Functions.Tests.MostRead.Sketches;

public class SketchBookFormatTests
{
    private const int OnePart = int.MaxValue;

    [Property(Arbitrary = new[] { typeof(SketchSamples) }, MaxTest = 50)]
    public bool What_is_written_is_read(SketchBook book) => Text(Union([.. SketchBookFormat.Write(book, OnePart)])) == Text(book);

    [Property(Arbitrary = new[] { typeof(SketchSamples) }, MaxTest = 50)]
    public bool Parts_keep_to_their_size_and_make_the_whole(SketchBook book)
    {
        byte[][] parts = [.. SketchBookFormat.Write(book, 5_000)];
        return parts.All(part => part.Length <= 5_000) && Text(Union(parts)) == Text(book);
    }

    [Property(Arbitrary = new[] { typeof(SketchSamples) }, MaxTest = 50)]
    public bool Repeated_union_of_books_changes_nothing(SketchBook one, SketchBook other)
    {
        var union = new SketchBook();
        union.Union(one);
        union.Union(other);
        return union.Union(one).Count == 0 && union.Union(other).Count == 0 && union.Union(union).Count == 0;
    }

    /// <summary>Whatever comes: either it is refused, or it is exactly what would be written.</summary>
    [Property(Arbitrary = new[] { typeof(SketchSamples) }, MaxTest = 50)]
    public bool Changed_bytes_are_refused_or_mean_just_what_they_say(SketchBook book, int seed)
    {
        var random = new Random(seed);
        foreach (var whole in SketchBookFormat.Write(book, OnePart))
        {
            for (var i = 0; i < 20; i++)
            {
                var bytes = whole[..random.Next(whole.Length + 1)];
                if (bytes.Length > 0 && random.Next(2) == 0)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                if (Read(bytes) is { } read && !SketchBookFormat.Write(read, OnePart).SingleOrDefault([1, 0]).SequenceEqual(bytes))
                    return false;
            }
        }

        return true;
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("0200")]
    [InlineData("0101")]
    [InlineData("010000")]
    [InlineData("01FFFFFFFFFFFFFFFFFF01")]
    [InlineData("018000")]
    [InlineData("0101" + "02" + "00000000000000000001")]
    [InlineData("0101" + "03" + "00000000000000000001" + "01" + "000001")]
    [InlineData("0101" + "03" + "00000000000000000001" + "02" + "000001" + "000001")]
    [InlineData("0102" + "02" + "00000000000000000001" + "000001" + "00" + "00000000000000000001" + "000001")]
    [InlineData("0101" + "80808080808080" + "01" + "00000000000000000001" + "000001")]
    public void Hostile_bytes_are_refused(string hex) =>
        Assert.Throws<InvalidDataException>(() => SketchBookFormat.Read(Convert.FromHexString(hex)));

    [Fact]
    public void Bytes_are_as_documented()
    {
        var article = ArticleNumber.Of("0000000000051111222233334444555a");
        var book = SketchBook.Of([new(article, 0xABCDEF, default), new(article + 1, 2, default), new(article + 1, 1, default)]);
        var bytes = Assert.Single(SketchBookFormat.Write(book, OnePart));
        Assert.Equal("0102" + "0A" + "1111222233334444555A" + "ABCDEF" + "01" + "1111222233334444555B" + "02" + "000001" + "000002", Convert.ToHexString(bytes));
    }

    private static SketchBook? Read(byte[] bytes)
    {
        try
        {
            return SketchBookFormat.Read(bytes);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static SketchBook Union(byte[][] parts)
    {
        var union = new SketchBook();
        foreach (var part in parts)
            union.Union(SketchBookFormat.Read(part));
        return union;
    }

    private static string Text(SketchBook book) => string.Join('\n', book.Sketches.OrderBy(entry => entry.Key).Select(entry =>
        $"{entry.Key} {string.Join(',', entry.Value.SparseMarks.ToArray())} {Convert.ToHexString(entry.Value.DenseRegisters)}"));
}
