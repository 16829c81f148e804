using Microsoft.Extensions.Caching.Memory;
using News.Domain;
using News.Domain.MostRead;
using News.Domain.Projection;
using News.Domain.Text;
using News.Functions.Storage.Articles;

namespace News.Functions.MostRead;

/// <summary>
/// Which article a slug is, for views by the thousand. Found ones are remembered for a while: not with the ready bodies, because a view
/// should not have a whole article made, and a slug keeps its article for ever. Nobody's slugs are asked for each time and remembered
/// nowhere.
/// </summary>
public sealed class ArticleIds(ArticleReader articles) : IDisposable
{
    private const int Remembered = 10_000;
    private static readonly TimeSpan _remembered = TimeSpan.FromMinutes(1);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = Remembered });

    /// <summary>The article that has this slug, or had it.</summary>
    /// <exception cref="Failure">Readers have never seen such an article, or it was withdrawn.</exception>
    public async ValueTask<UInt128> Find(string slug, CancellationToken ct)
    {
        if (_known.TryGetValue(slug, out UInt128 known))
            return known;
        var answer = Slug.IsShaped(slug) ? await articles.Slug(slug, ct) : null;
        var article = answer?.State switch
        {
            SlugState.Live or SlugState.Moved => ArticleNumber.Of(answer.ArticleId),
            SlugState.Gone => throw new Failure(FailureCode.Gone, answer.Reason ?? "This article was withdrawn."),
            _ => throw new Failure(FailureCode.NotFound, $"There is no article {slug}."),
        };
        return _known.Set(slug, article, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = _remembered });
    }

    public void Dispose() => _known.Dispose();
}
