using System.Globalization;

namespace News.Domain.MostRead;

/// <summary>An article's id (32 hex digits) as the number it spells, for counting by the million; the order is the same.</summary>
public static class ArticleNumber
{
    public static UInt128 Of(string articleId) => UInt128.Parse(articleId, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    public static string ToId(UInt128 number) => number.ToString("x32", CultureInfo.InvariantCulture);
}
