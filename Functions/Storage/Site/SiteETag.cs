using System.Globalization;

namespace News.Functions.Storage.Site;

/// <summary>The newsroom's ETag of a section or an author.</summary>
public static class SiteETag
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
