using FsCheck.Xunit;
using News.Domain.Text;
using Xunit;

namespace News.Functions.Tests.Text;

public class SlugTests
{
    [Theory]
    [InlineData("Đường về Hà Tĩnh", "duong-ve-ha-tinh")]
    [InlineData("  Ngày hội “Toàn dân” – 19/8/2022!  ", "ngay-hoi-toan-dan-19-8-2022")]
    [InlineData("Ứng phó: quả ổi, thuỷ điện & ĐẤT", "ung-pho-qua-oi-thuy-dien-dat")]
    [InlineData("e\u0301 \u0300 đ", "e-d")]
    [InlineData("日本語", "")]
    public void From_title(string title, string slug) => Assert.Equal(slug, Slug.From(title));

    [Fact]
    public void From_long_title_is_cut_at_a_word()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("nghiêng", 40)));
        Assert.True(slug.Length <= Slug.MaxLength);
        Assert.EndsWith("-nghieng", slug, StringComparison.Ordinal);
    }

    [Property]
    public bool From_any_text_is_empty_or_shaped(string? text)
    {
        var slug = Slug.From(text ?? "");
        return slug.Length == 0 || Slug.IsShaped(slug);
    }

    [Property]
    public bool From_is_stable(string? text) => Slug.From(Slug.From(text ?? "")) == Slug.From(text ?? "");

    [Theory]
    [InlineData("ab")]
    [InlineData("Chu-Hoa")]
    [InlineData("hai--gach")]
    [InlineData("-dau")]
    [InlineData("cuoi-")]
    [InlineData("gach_duoi")]
    [InlineData("../etc")]
    [InlineData("a%2fb")]
    [InlineData("tieng-việt")]
    [InlineData("abc\u202edef")]
    [InlineData("abc\n")]
    [InlineData("newsroom")]
    [InlineData("api")]
    public void Fault_is_told(string slug) => Assert.NotNull(Slug.Fault(slug));

    [Theory]
    [InlineData("abc")]
    [InlineData("covid-19")]
    [InlineData("2026")]
    public void Fault_of_good_slug_is_none(string slug) => Assert.Null(Slug.Fault(slug));

    [Fact]
    public void Fault_at_the_limits_of_length()
    {
        Assert.Null(Slug.Fault(new string('a', Slug.MaxLength)));
        Assert.NotNull(Slug.Fault(new string('a', Slug.MaxLength + 1)));
    }
}
