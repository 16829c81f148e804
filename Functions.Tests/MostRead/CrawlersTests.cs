using News.Domain.MostRead;
using Xunit;

namespace News.Functions.Tests.MostRead;

public class CrawlersTests
{
    public static TheoryData<string> Programs => [.. UserAgents.Crawlers];

    public static TheoryData<string> People => [.. UserAgents.Browsers];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Programs_are_known_by_their_names(string userAgent) => Assert.True(Crawlers.Is(userAgent));

    [Theory]
    [MemberData(nameof(People))]
    public void Browsers_and_apps_are_readers(string userAgent) => Assert.False(Crawlers.Is(userAgent));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Who_says_nothing_is_no_browser(string userAgent) => Assert.True(Crawlers.Is(userAgent));

    [Fact]
    public void There_are_forty() => Assert.Equal(40, UserAgents.Crawlers.Count);
}
