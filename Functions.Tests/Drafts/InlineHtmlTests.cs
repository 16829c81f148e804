using FsCheck.Xunit;
using News.Functions.Newsroom;
using Xunit;

namespace News.Functions.Tests.Drafts;

public class InlineHtmlTests
{
    private readonly InlineHtml _html = new();

    [Theory]
    [InlineData("chữ <em>nghiêng</em> và <strong>đậm</strong>", "chữ <em>nghiêng</em> và <strong>đậm</strong>")]
    [InlineData("<b>đậm</b> <i>nghiêng</i>", "<strong>đậm</strong> <em>nghiêng</em>")]
    [InlineData("CO<sub>2</sub> a & b", "CO<sub>2</sub> a &amp; b")]
    [InlineData("<a href=\"https://example.org/\">x</a>", "<a href=\"https://example.org/\">x</a>")]
    [InlineData("<a href=\"/bai.html\">x</a>", "<a href=\"/bai.html\">x</a>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"JaVa&#10;Script:alert(1)\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"data:text/html,x\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"//evil.example\">x</a>", "<a>x</a>")]
    [InlineData("<a href=\"/\\evil.example\">x</a>", "<a>x</a>")]
    [InlineData("trước<script>alert(1)</script>sau", "trướcsau")]
    [InlineData("trước<style>p{}</style>sau", "trướcsau")]
    [InlineData("<p onclick=\"x()\">đoạn</p>", "đoạn")]
    [InlineData("<em onclick=\"x()\" style=\"color:red\">x</em>", "<em>x</em>")]
    [InlineData("<svg><script>alert(1)</script></svg>x", "x")]
    [InlineData("<img src=x onerror=alert(1)>", "")]
    [InlineData("1 < 2", "1 &lt; 2")]
    public void Clean(string html, string clean) => Assert.Equal(clean, _html.Clean(html));

    [Property]
    public bool Clean_is_stable(string? html)
    {
        var once = _html.Clean("<em>" + html);
        return _html.Clean(once) == once;
    }
}
