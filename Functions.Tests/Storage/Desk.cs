using Microsoft.Extensions.Logging.Abstractions;
using News.Functions.Newsroom;
using News.Functions.Storage.Projections;
using News.Functions.Storage;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Blobs;
using News.Functions.Storage.Desk;
using News.Functions.Storage.Media;
using News.Functions.Storage.Site;

namespace News.Functions.Tests.Storage;

/// <summary>The newsroom's write path over a given store, as one process has it.</summary>
public sealed class Desk
{
    public Desk(IDocumentStore store, TimeProvider time)
    {
        Reader = new(store);
        var projector = new Projector(store, Reader, new(store, new(time)), new(time));
        Site = new(store);
        Authors = new(Site, store);
        var slugs = new SlugRegistry(store, Reader, new(time), time);
        Rebuild = new(store, Reader, projector, new(time), time);
        Assets = new(store, new(time));
        Users = new(store, Assets, Reader, Rebuild, Site, Authors, new(time), time);
        Repair = new(store, slugs, projector, Users, time, NullLogger<Repair>.Instance);
        var crops = new CropRequests(BlobAccount.Of(new(null, null, null), []), Assets, NullLogger<CropRequests>.Instance);
        Articles = new(Reader, new(store, Reader, slugs, projector, new(time), time), Site, Authors, crops, new(new InlineHtml()), time);
    }

    public ArticleReader Reader { get; }

    public SiteStore Site { get; }

    public AuthorBook Authors { get; }

    public Repair Repair { get; }

    public Rebuild Rebuild { get; }

    public ArticleDesk Articles { get; }

    public AssetStore Assets { get; }

    public MediaUsers Users { get; }
}
