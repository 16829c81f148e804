using News.Domain.MostRead;

namespace News.Functions.Tests.MostRead.Simulation;

/// <summary>
/// Who reads what: articles of the last seven weeks by Zipf's law, the second half as often as the first, the third a third as often; which
/// ones are in favour changes every twelve hours. One view in ten is a refresh. The same seed gives the same readers.
/// </summary>
public sealed class Readership
{
    public const int Articles = 5_000;
    public const int Readers = 200_000;

    private const double Refreshes = 0.1;
    private const int HoursInFavour = 12;
    private const int FallenFromFavour = 7;
    private static readonly TimeSpan _apart = TimeSpan.FromMinutes(14);

    private readonly Random _random;
    private readonly double[] _upTo = new double[Articles];
    private readonly UInt128[] _ids = new UInt128[Articles];
    private (int Article, int Reader) _last;

    /// <param name="newest">When the newest article was made.</param>
    public Readership(int seed, DateTimeOffset newest)
    {
        _random = new(seed);
        var sum = 0.0;
        for (var rank = 0; rank < Articles; rank++)
        {
            _upTo[rank] = sum += 1.0 / (rank + 1);
            _ids[rank] = MakeId(newest - (rank * _apart));
        }
    }

    /// <summary>The article with a number from 0.</summary>
    public UInt128 IdOf(int article) => _ids[article];

    /// <summary>A reader's mark, made without salt and address.</summary>
    public static uint MarkOf(int reader) => (uint)((reader * 2_654_435_761L) >> 8) & ((1 << ReaderMark.Bits) - 1);

    /// <summary>The next one who opens an article.</summary>
    public (int Article, int Reader) Draw(Hour hour)
    {
        if (_random.NextDouble() < Refreshes)
            return _last;
        var place = Array.BinarySearch(_upTo, _random.NextDouble() * _upTo[^1]);
        var rank = place < 0 ? ~place : place;
        var article = (rank + (hour.Number / HoursInFavour * FallenFromFavour)) % Articles;
        return _last = (article, _random.Next(Readers));
    }

    /// <summary>The next view, its mark by <see cref="MarkOf"/>.</summary>
    public View Next(Hour hour)
    {
        var (article, reader) = Draw(hour);
        return new(_ids[article], MarkOf(reader), hour);
    }

    /// <summary>As a version 7 GUID is made, of this moment and chance.</summary>
    private UInt128 MakeId(DateTimeOffset moment)
    {
        var high = ((ulong)moment.ToUnixTimeMilliseconds() << 16) | 0x7000 | (uint)_random.Next(0x1000);
        return new(high, (ulong)_random.NextInt64() | 0x8000_0000_0000_0000);
    }
}
