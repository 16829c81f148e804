using System.Net;
using News.Domain.MostRead;
using Xunit;

namespace News.Functions.Tests.MostRead;

public class ReaderMarkTests
{
    private const int Readers = 64;
    private static readonly byte[] _salt = [1, 2, 3];
    private static readonly IPAddress _home = IPAddress.Parse("203.0.113.7");

    [Fact]
    public void Same_reader_has_the_same_mark_all_day_and_another_with_the_next_salt()
    {
        Assert.Equal(8_789_311u, ReaderMark.Of(_salt, _home, "lan", Readers));
        Assert.NotEqual(8_789_311u, ReaderMark.Of([1, 2, 4], _home, "lan", Readers));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1)]
    public void One_address_is_never_more_than_so_many_readers(int readers)
    {
        var marks = Enumerable.Range(0, 10_000).Select(i => ReaderMark.Of(_salt, _home, $"invented {i}", readers)).Distinct();
        Assert.Equal(readers, marks.Count());
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void Address_counts_whole_and_of_IPv6_its_network(string one, string other, bool same) => Assert.Equal(
        same, ReaderMark.Of(_salt, IPAddress.Parse(one), "lan", Readers) == ReaderMark.Of(_salt, IPAddress.Parse(other), "lan", Readers));

    [Fact]
    public void Marks_fill_their_range_evenly()
    {
        var addresses = Enumerable.Range(0, 20_000).Select(i => new IPAddress(BitConverter.GetBytes(i)));
        var marks = addresses.Select(address => ReaderMark.Of(_salt, address, "lan", Readers)).ToList();
        Assert.InRange(marks.Distinct().Count(), 19_970, 20_000);
        Assert.InRange(marks.Average(mark => mark / (double)(1 << ReaderMark.Bits)), 0.49, 0.51);
    }
}
