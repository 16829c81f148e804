using News.Domain.Site;
using News.Domain.Text;
using Xunit;

namespace News.Functions.Tests.Site;

public class AuthorTests
{
    [Theory]
    [InlineData("Minh Hạ", "minh-ha")]
    [InlineData("An", "author-an")]
    [InlineData("Admin", "author-admin")]
    [InlineData("中文", "author")]
    public void Byline_makes_a_slug_that_may_be_used(string name, string slug)
    {
        var author = Author.FromByline(name, []);
        Assert.Equal((slug, slug, name), (author.Slug, author.Key, author.Name));
        Assert.Null(Slug.Fault(slug));
    }

    [Fact]
    public void Byline_whose_slugs_are_taken_gets_the_next_number() =>
        Assert.Equal("author-an-3", Author.FromByline("Ân", ["author-an", "author-an-2"]).Slug);

    [Theory]
    [InlineData(" ")]
    [InlineData("")]
    public void Slug_stays_within_its_limit_also_with_a_number(string between)
    {
        var name = string.Join(between, Enumerable.Repeat("nghieng", 28));
        var first = Author.FromByline(name, []);
        var second = Author.FromByline(name, [first.Slug]);
        Assert.NotEqual(first.Slug, second.Slug);
        Assert.EndsWith("-2", second.Slug, StringComparison.Ordinal);
        Assert.Null(Slug.Fault(second.Slug));
    }

    [Theory]
    [InlineData("MINH HẠ", true)]
    [InlineData("minh hạ", true)]
    [InlineData("Minh Ha", false)]
    public void Names_are_the_same_in_any_case_but_not_without_marks(string name, bool same)
    {
        var author = Author.FromByline("Minh Hạ", []);
        Assert.Equal(same, author.IsNamed(name));
        Assert.Equal(same, Author.NameKey("Minh Hạ") == Author.NameKey(name));
    }
}
