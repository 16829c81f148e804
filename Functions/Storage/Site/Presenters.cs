using News.Domain.Reading;

namespace News.Functions.Storage.Site;

/// <summary>Makes the presenter that fills in the site's names as they are now.</summary>
public sealed class Presenters(SiteStore site, SiteAddress address)
{
    public async ValueTask<Presenter> Now(CancellationToken ct) => new(await site.Directory(ct), address);
}
