using System.Numerics;

namespace News.Domain.MostRead.Sketches;

/// <summary>
/// How many distinct readers an article had, in at most 2,048 bytes however many there were. Up to 682 it keeps every mark and is exact;
/// beyond, it keeps 4,096 registers of four bits (p = 12, 12 bits behind the index) and is off by 1.6 % (one standard error).
/// Union is idempotent, commutative and associative, and the same readers give the same sketch in whatever order they came.
/// Not safe for several threads.
/// </summary>
public sealed class HyperLogLog
{
    /// <summary>p: bits of a mark that choose a register.</summary>
    public const int Precision = 12;

    /// <summary>m.</summary>
    public const int Registers = 1 << Precision;

    /// <summary>q: bits of a mark behind the register's index.</summary>
    public const int RankBits = ReaderMark.Bits - Precision;

    /// <summary>The largest value of a register: all the bits behind its index were zero.</summary>
    public const int MaxRank = RankBits + 1;

    /// <summary>Bytes of the registers.</summary>
    public const int DenseBytes = Registers / 2;

    /// <summary>Marks kept one by one: as many as take no more bytes than the registers do.</summary>
    public const int SparseMost = DenseBytes / 3;

    private const uint Marks = 1u << ReaderMark.Bits;

    private uint[] _marks = [];
    private int _count;
    private byte[]? _registers;

    /// <summary>Whether it has given up single marks for registers.</summary>
    public bool IsDense => _registers is not null;

    /// <summary>The marks in ascending order while it is not dense.</summary>
    public ReadOnlySpan<uint> SparseMarks => _marks.AsSpan(0, _count);

    /// <summary>The registers once it is dense, two to a byte, the one with the even index low.</summary>
    public ReadOnlySpan<byte> DenseRegisters => _registers;

    /// <summary>A sketch of marks.</summary>
    public static HyperLogLog Of(IEnumerable<uint> marks)
    {
        var sketch = new HyperLogLog();
        foreach (var mark in marks)
            sketch.Add(mark);
        return sketch;
    }

    /// <summary>A dense sketch as it was stored.</summary>
    /// <exception cref="InvalidDataException">Not <see cref="DenseBytes"/> bytes, or a register above <see cref="MaxRank"/>.</exception>
    public static HyperLogLog FromRegisters(ReadOnlySpan<byte> registers)
    {
        if (registers.Length != DenseBytes)
            throw new InvalidDataException($"A dense sketch has {DenseBytes} bytes, not {registers.Length}.");
        foreach (var pair in registers)
        {
            if ((pair & 0xF) > MaxRank || pair >> 4 > MaxRank)
                throw new InvalidDataException($"A register of a sketch is above {MaxRank}.");
        }

        return new() { _registers = registers.ToArray() };
    }

    /// <summary>Notes a reader.</summary>
    /// <returns>Whether that changed anything.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The mark has more than <see cref="ReaderMark.Bits"/> bits.</exception>
    public bool Add(uint mark)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(mark, Marks);
        if (_registers is not null)
            return Raise(mark);
        var place = SparseMarks.BinarySearch(mark);
        if (place >= 0)
            return false;
        if (_count == SparseMost)
        {
            Densify();
            Raise(mark);
            return true;
        }

        Insert(~place, mark);
        return true;
    }

    /// <summary>Adds every reader another sketch has seen.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool Union(HyperLogLog other)
    {
        var changed = false;
        if (other._registers is { } registers)
            return Raise(registers);
        foreach (var mark in other.SparseMarks)
            changed |= Add(mark);
        return changed;
    }

    /// <summary>How many distinct readers there were: exact while sparse, else estimated.</summary>
    public int Estimate()
    {
        if (_registers is null)
            return _count;
        Span<int> histogram = stackalloc int[MaxRank + 1];
        foreach (var pair in _registers)
        {
            histogram[pair & 0xF]++;
            histogram[pair >> 4]++;
        }

        // Full registers estimate infinity; there are no more readers than marks.
        return (int)Math.Round(Math.Min(CardinalityEstimator.Estimate(histogram), Marks));
    }

    private void Insert(int place, uint mark)
    {
        if (_count == _marks.Length)
            Array.Resize(ref _marks, Math.Clamp(_count * 2, 1, SparseMost));
        Array.Copy(_marks, place, _marks, place + 1, _count - place);
        _marks[place] = mark;
        _count++;
    }

    private void Densify()
    {
        _registers = new byte[DenseBytes];
        foreach (var mark in SparseMarks)
            Raise(mark);
        (_marks, _count) = ([], 0);
    }

    private bool Raise(uint mark)
    {
        var rest = mark & ((1u << RankBits) - 1);
        var rank = BitOperations.LeadingZeroCount(rest) - (32 - RankBits) + 1;
        var index = (int)(mark >> RankBits);
        ref var pair = ref _registers![index >> 1];
        var shift = (index & 1) * 4;
        if (((pair >> shift) & 0xF) >= rank)
            return false;
        pair = (byte)((pair & ~(0xF << shift)) | (rank << shift));
        return true;
    }

    private bool Raise(byte[] registers)
    {
        var changed = _registers is null;
        if (changed)
            Densify();
        for (var i = 0; i < registers.Length; i++)
        {
            var (mine, theirs) = (_registers![i], registers[i]);
            var merged = (byte)(Math.Max(mine & 0xF, theirs & 0xF) | Math.Max(mine & 0xF0, theirs & 0xF0));
            changed |= merged != mine;
            _registers[i] = merged;
        }

        return changed;
    }
}
