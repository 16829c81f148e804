using News.Domain.Articles;

namespace News.Domain.Projection;

/// <summary>What a slug answers.</summary>
/// <param name="ArticleId">Whose slug it is.</param>
/// <param name="Until">Of a reservation whose article is not yet written: after this it may be taken over.</param>
/// <param name="MovedTo">The newest slug.</param>
/// <param name="Reason">Of a withdrawal, for readers.</param>
/// <param name="Article">The article whole, when live.</param>
public sealed record SlugAnswer(
    string ArticleId,
    SlugState State,
    DateTimeOffset? Until = null,
    string? MovedTo = null,
    string? Reason = null,
    PublishedArticle? Article = null)
{
    /// <summary>How long a slug is held for an article that is being created.</summary>
    public static readonly TimeSpan ReservedFor = TimeSpan.FromMinutes(10);

    /// <summary>Partition of a slug.</summary>
    public static string Partition(string slug) => $"slug:{slug}";

    /// <summary>Id of the one document there.</summary>
    public const string DocumentId = "slug";
}
