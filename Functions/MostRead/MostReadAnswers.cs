using News.Domain.MostRead;
using News.Functions.Reading;
using News.Functions.Reading.Answers;
using News.Functions.Reading.Cache;

namespace News.Functions.MostRead;

/// <summary>Lists of the most read, ready to send.</summary>
public sealed class MostReadAnswers(ReadingCache cache, MostReadCards lists, Presenters presenters)
{
    private const string Kind = "most-read";

    /// <summary>The list; one that has never been computed is empty, and not kept, since anybody can invent a section.</summary>
    public async ValueTask<ReadAnswer> Of(Window window, string? section, int limit, CancellationToken ct)
    {
        var key = new CacheKey(Kind, $"{window.Name}/{section}/{limit}");
        var ask = (Here: this, window, section, limit);
        return await cache.Get(key, ask, static (ask, ct) => ask.Here.Read(ask.window, ask.section, ask.limit, ct), ct)
            ?? ReadAnswer.Json(new(window.Name, null, []), NewsJson.Wire.MostReadAnswer);
    }

    private async ValueTask<ReadAnswer?> Read(Window window, string? section, int limit, CancellationToken ct)
    {
        if (await lists.Of(window, section, limit, ct) is not { } list)
            return null;
        var presenter = await presenters.Now(ct);
        var items = list.Items.Select((item, i) => new MostReadItem(i + 1, item.Entry.Readers, presenter.Card(item.Card)));
        return ReadAnswer.Json(new(window.Name, list.ComputedAt, [.. items]), NewsJson.Wire.MostReadAnswer);
    }
}
