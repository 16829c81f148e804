using News.Domain.Reading;
using News.Functions.Reading.Cache;
using News.Functions.Storage.Site;
using News.Functions.Storage.Stamps;

namespace News.Functions.Reading;

/// <summary>Makes the presenter that fills in the site's names as they are now. The names are kept whatever size the cache has.</summary>
public sealed class Presenters(
    SiteStore site, SiteAddress address, CacheOptions options, ChangeCounters counters, Recorder recorder, TimeProvider time)
{
    private const long BytesOfNames = 64_000_000;
    private static readonly CacheKey _key = new("names", "");

    private readonly ReadingCache _kept = new(options with { Bytes = BytesOfNames }, counters, recorder, time);

    public async ValueTask<NotingPresenter> Now(CancellationToken ct)
    {
        var view = recorder.Current;
        while (true)
        {
            // Not noted for the view as a whole: it depends on the names it shows, not on every other.
            var names = view is null ? await Kept(ct) : await recorder.Note(null, () => Kept(ct));
            view?.Guard(names.Whole);
            names.ShowSections(view);
            if (view is null || names.Whole.IsCurrent(counters))
                return new(names, view);
        }
    }

    private async ValueTask<Names> Kept(CancellationToken ct) =>
        (await _kept.Get(_key, this, static (here, ct) => here.Read(ct), ct))!;

    private async ValueTask<Names?> Read(CancellationToken ct) => await Names.Read(site, address, counters, time, ct);
}
