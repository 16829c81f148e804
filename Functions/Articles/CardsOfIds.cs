using News.Domain;
using News.Functions.Http.Requests;
using News.Functions.Reading;
using News.Functions.Reading.Answers;
using News.Functions.Storage.Articles;

namespace News.Functions.Articles;

/// <summary>Cards of the articles a client names.</summary>
public sealed class CardsOfIds(ArticleReader articles, Presenters presenters)
{
    /// <summary>The query parameter that names them.</summary>
    public const string Parameter = "ids";

    private const int IdLength = 32;

    /// <summary>Those that readers may see, in the order asked for, and which are missing. Not kept: hardly two clients ask for the same.</summary>
    /// <param name="list">Ids separated by commas.</param>
    /// <exception cref="Failure">Too many, or not ids.</exception>
    public async ValueTask<ReadAnswer> Of(string list, CancellationToken ct)
    {
        var ids = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length > RequestLimits.Ids)
            throw Failure.Invalid(Parameter, $"must be at most {RequestLimits.Ids}");
        if (ids.Any(id => id.Length != IdLength || !id.All(char.IsAsciiHexDigitLower)))
            throw Failure.Invalid(Parameter, $"must be article ids, {IdLength} hex digits each, separated by commas");
        var presenter = await presenters.Now(ct);
        var cards = await articles.Cards(ids.Distinct(), ct);
        var found = ids.Where(cards.ContainsKey).Select(id => presenter.Card(cards[id]));
        var missing = ids.Where(id => !cards.ContainsKey(id));
        return ReadAnswer.Json(new CardsById([.. found], [.. missing]), NewsJson.Wire.CardsById);
    }
}
