using News.Domain.Text;
using Xunit;

namespace News.Functions.Tests.Text;

public class PlainTextTests
{
    [Theory]
    [InlineData("một <em>hai</em> ba", "một hai ba")]
    [InlineData("a &amp; b &lt;c&gt;", "a & b <c>")]
    [InlineData("dòng một<br>dòng hai", "dòng một dòng hai")]
    public void FromHtml(string html, string text) => Assert.Equal(text, PlainText.FromHtml(html));

    [Theory]
    [InlineData("", 0)]
    [InlineData("Sức khỏe và môi trường", 5)]
    [InlineData("5.813 điểm – 35 tỷ", 4)]
    [InlineData("  (hai)  từ… ", 2)]
    [InlineData("rock’n’roll - 'a-b', 3,5%", 3)]
    [InlineData("世界 ﬁn 😀", 2)]
    public void CountWords(string text, int words) => Assert.Equal(words, PlainText.CountWords(text));

    [Theory]
    [InlineData("Ngày hội", "ngay hoi")]
    [InlineData("ĐƯỜNG", "duong")]
    public void Fold_drops_marks(string text, string folded) => Assert.Equal(folded, VietnameseText.Fold(text));
}
