using System.Globalization;
using System.Text;

namespace News.Domain.Text;

/// <summary>What Vietnamese needs that the BCL does not do by itself.</summary>
public static class VietnameseText
{
    /// <summary>
    /// Lower case without marks: <c>Ngày hội</c> is <c>ngay hoi</c>, <c>đường</c> is <c>duong</c>. NFD splits every mark from its letter
    /// except the stroke of đ, which Unicode does not decompose.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(letter));
        }

        return folded.ToString();
    }
}
