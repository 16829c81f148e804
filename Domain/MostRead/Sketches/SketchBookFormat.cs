namespace News.Domain.MostRead.Sketches;

/// <summary>
/// Sketch books as bytes: the version (1), the number of articles, then article by article in ascending order: how much its first six bytes
/// are more than those of the one before (the moment in a version 7 GUID, so a small number) doubled, plus 1 where it has more than one
/// reader; its other ten bytes; where it has more than one, the number of marks, or 0 for registers; and the marks, three bytes each
/// and ascending, or the registers. Numbers are unsigned LEB128, everything else is big-endian.
/// A batch of a hundred views is 19 bytes a view in base64.
/// </summary>
public static class SketchBookFormat
{
    private const byte Version = 1;

    // Moment 7, tail 10, number of marks 2.
    private const int MostOverhead = 19;

    /// <summary>The book in parts, so that none is too large to store; each is a book of its own, and their union is the whole.</summary>
    /// <param name="mostBytes">Of a part.</param>
    public static IEnumerable<byte[]> Write(SketchBook book, int mostBytes)
    {
        List<KeyValuePair<UInt128, HyperLogLog>> part = [];
        var bytes = MostOverhead;
        foreach (var entry in book.Sketches.OrderBy(entry => entry.Key))
        {
            var size = MostOverhead + Size(entry.Value);
            if (part.Count > 0 && bytes + size > mostBytes)
            {
                yield return Write(part);
                part.Clear();
                bytes = MostOverhead;
            }

            part.Add(entry);
            bytes += size;
        }

        if (part.Count > 0)
            yield return Write(part);
    }

    /// <summary>The book that was written.</summary>
    /// <exception cref="InvalidDataException">These are not the bytes of a book, down to the last one.</exception>
    public static SketchBook Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new PackedReader(bytes);
        if (reader.Byte() != Version)
            throw new InvalidDataException("A sketch book of an unknown version.");
        var book = new SketchBook();
        var (moment, last) = (0UL, UInt128.Zero);
        for (var left = reader.Number(); left > 0; left--)
        {
            var head = reader.Number();
            moment += head >> 1;
            var article = ((UInt128)moment << 80) | reader.Tail();
            if (moment > PackedReader.MostMoment || (book.Count > 0 && article <= last))
                throw new InvalidDataException("The articles of a sketch book are not in order.");
            book.Add(article, (head & 1) == 0 ? HyperLogLog.Of([reader.Mark()]) : ReadSeveral(ref reader));
            last = article;
        }

        reader.End();
        return book;
    }

    private static HyperLogLog ReadSeveral(ref PackedReader reader)
    {
        var count = reader.Number();
        if (count == 0)
            return HyperLogLog.FromRegisters(reader.Bytes(HyperLogLog.DenseBytes));
        if (count is < 2 or > HyperLogLog.SparseMost)
            throw new InvalidDataException($"A sparse sketch of {count} marks.");
        var marks = new uint[count];
        for (var i = 0; i < marks.Length; i++)
        {
            marks[i] = reader.Mark();
            if (i > 0 && marks[i] <= marks[i - 1])
                throw new InvalidDataException("The marks of a sketch are not in order.");
        }

        return HyperLogLog.Of(marks);
    }

    private static int Size(HyperLogLog sketch) => sketch.IsDense ? HyperLogLog.DenseBytes : sketch.SparseMarks.Length * 3;

    private static byte[] Write(List<KeyValuePair<UInt128, HyperLogLog>> entries)
    {
        var writer = new PackedWriter();
        writer.Byte(Version);
        writer.Number((ulong)entries.Count);
        var before = 0UL;
        foreach (var (article, sketch) in entries)
        {
            var moment = (ulong)(article >> 80);
            var several = sketch.IsDense || sketch.SparseMarks.Length > 1;
            writer.Number(((moment - before) << 1) | (several ? 1UL : 0));
            writer.Tail(article);
            if (several)
                writer.Number((ulong)sketch.SparseMarks.Length);
            foreach (var mark in sketch.SparseMarks)
                writer.Mark(mark);
            writer.Bytes(sketch.DenseRegisters);
            before = moment;
        }

        return writer.ToArray();
    }
}
