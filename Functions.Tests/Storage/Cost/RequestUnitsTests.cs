using Xunit;

namespace News.Functions.Tests.Storage.Cost;

/// <summary>The arithmetic gives the published numbers back, and what docs/cost.md says between them.</summary>
public class RequestUnitsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1024, 1)]
    [InlineData(3 * 1024, 1.09)]
    [InlineData(16 * 1024, 1.67)]
    public void Point_read_costs_by_size(int bytes, double units) =>
        Assert.Equal(units, RequestUnits.Of(new(StoreCall.Sort.Read, "pk", [new("a", bytes, bytes)])), 3);

    [Theory]
    [InlineData(0, 300, 5.5)]
    [InlineData(0, 4096, 6.67)]
    [InlineData(300, 300, 11)]
    [InlineData(300, 4096, 13.34)]
    [InlineData(300, 0, 5.5)]
    [InlineData(0, 0, 1)]
    public void Write_costs_by_what_was_there_before(int before, int after, double units) =>
        Assert.Equal(units, RequestUnits.Of(new(StoreCall.Sort.Commit, "pk", [new("a", before, after)])), 3);

    [Fact]
    public void Batch_is_the_sum_and_counts_twice_where_it_deletes_what_is_missing()
    {
        CountedDocument[] written = [new("a", 0, 300), new("b", 300, 300)];
        Assert.Equal(16.5, RequestUnits.Of(new(StoreCall.Sort.Commit, "pk", written)), 3);
        Assert.Equal(34, RequestUnits.Of(new(StoreCall.Sort.Commit, "pk", [.. written, new("c", 0, 0)])), 3);
    }

    [Fact]
    public void Page_costs_a_query_and_its_bytes() =>
        Assert.Equal(2.9 + 10, RequestUnits.Of(new(StoreCall.Sort.Page, "pk", [.. Enumerable.Repeat(new CountedDocument("a", 1024, 1024), 20)])), 3);
}
