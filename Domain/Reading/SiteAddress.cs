using System.Globalization;

namespace News.Domain.Reading;

/// <summary>Where the site is and in which language it speaks.</summary>
/// <param name="BaseUrl">Without a slash at the end.</param>
/// <param name="Name">As the publisher is called.</param>
/// <param name="Lang">BCP 47.</param>
public sealed record SiteAddress(string BaseUrl, string Name, string Lang)
{
    /// <summary>An article's page.</summary>
    public string Article(string slug) => $"{BaseUrl}/{slug}.html";

    /// <summary>An author's page.</summary>
    public string Author(string slug) => $"{BaseUrl}/authors/{slug}";

    /// <summary>A file of a picture or video.</summary>
    public string Media(string asset, int version, string file) => string.Create(CultureInfo.InvariantCulture, $"{BaseUrl}/media/{asset}/{version}/{file}");
}
