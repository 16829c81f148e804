using System.Globalization;

namespace News.Functions.Storage.Articles;

/// <summary>Where the documents of one article are.</summary>
public static class ArticleKeys
{
    public const string Head = "head";
    public const string Card = "card";

    /// <summary>Before every log of an article.</summary>
    public const string LogPrefix = "log:";

    /// <summary>After every log of an article: a letter is more than any digit.</summary>
    public const string AfterLogs = "log:a";

    public static string Partition(string articleId) => $"article:{articleId}";

    public static string Revision(int version) => string.Create(CultureInfo.InvariantCulture, $"rev:{version:D6}");

    public static string Log(int version) => string.Create(CultureInfo.InvariantCulture, $"log:{version:D6}");
}
