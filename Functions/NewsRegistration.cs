using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using News.Domain.Drafts;
using News.Domain.Reading;
using News.Domain.Reading.Pictures;
using News.Domain.Reading.Videos;
using News.Domain.Text;
using News.Functions.Articles;
using News.Functions.Http;
using News.Functions.Media.Captions;
using News.Functions.Media.Decoding;
using News.Functions.Media.Making;
using News.Functions.Media.Pictures;
using News.Functions.Media.Probing;
using News.Functions.Media.Processing;
using News.Functions.Media.Stills;
using News.Functions.Media.Transcoding;
using News.Functions.Media.Uploads;
using News.Functions.Media.Videos;
using News.Functions.MostRead;
using News.Functions.MostRead.Counting;
using News.Functions.Newsroom;
using News.Functions.Pages;
using News.Functions.Previews;
using News.Functions.Reading;
using News.Functions.Reading.Cache;
using News.Functions.Storage;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Blobs;
using News.Functions.Storage.Cosmos;
using News.Functions.Storage.Desk;
using News.Functions.Storage.Faults;
using News.Functions.Storage.Media;
using News.Functions.Storage.MostRead;
using News.Functions.Storage.Projections;
using News.Functions.Storage.Site;
using News.Functions.Storage.Sqlite;
using News.Functions.Storage.Stamps;
using News.Functions.Storage.Views;
using News.Functions.Telemetry;

namespace News.Functions;

/// <summary>What both hosts register.</summary>
public static class NewsRegistration
{
    /// <summary>On Cosmos every commit costs, so views wait for company.</summary>
    private static readonly TimeSpan _viewsLinger = TimeSpan.FromMilliseconds(250);

    /// <summary>On one machine, a little: fewer and larger commits leave more of it to readers.</summary>
    private static readonly TimeSpan _viewsLingerHere = TimeSpan.FromMilliseconds(5);

    /// <summary>The whole app, one line a capability.</summary>
    public static IServiceCollection AddNews(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton<Faults>()
        .AddSite(settings)
        .AddStorage(settings)
        .AddBlobs(BlobSettings.Of(settings))
        .AddArticles()
        .AddPictures(settings)
        .AddVideos(settings)
        .AddMedia()
        .AddMostRead(settings)
        .AddTelemetry(settings);

    /// <summary>A magazine to look at, on one machine; the site is not ready until it is in.</summary>
    public static IServiceCollection AddSampleSite(this IServiceCollection services) => services
        .AddSingleton<SampleSite.SampleJournal>()
        .AddSingleton<SampleSite.SampleSite>()
        .AddSingleton<SampleSite.SampleUploads>()
        .AddSingleton<SampleSite.SampleGallery>()
        .AddSingleton(provider => new ReadinessCheck(
            "sample site", _ => new(provider.GetRequiredService<SampleSite.SampleSite>().IsComplete)));

    private static IServiceCollection AddSite(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton(_ => new SiteAddress(
            settings[Settings.SiteBaseUrl]!.TrimEnd('/'), settings[Settings.SiteName]!, settings[Settings.SiteLang]!))
        .AddSingleton<AuthorBook>()
        .AddSingleton<SiteStore>()
        .AddSingleton<FrontStore>()
        .AddSingleton<PreviewSecret>()
        .AddReading(settings);

    private static IServiceCollection AddReading(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton(new CacheOptions(
            settings.GetValue<long>(Settings.CacheMegabytes) * 1_000_000,
            CosmosSettings.AreNamed(settings) ? TimeSpan.FromSeconds(ReadingLimits.SecondsWhereOthersWrite) : null))
        .AddSingleton<ReadingCache>()
        .AddSingleton<Presenters>()
        .AddSingleton<ReadableArticles>()
        .AddSingleton<CardStrips>()
        .AddSingleton<MostReadCards>()
        .AddSingleton<ListQueries>()
        .AddSingleton<CardLists>()
        .AddSingleton<CardsOfIds>()
        .AddSingleton<PageBlocks>()
        .AddSingleton<ArticlePages>()
        .AddSingleton<HomePage>();

    private static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton<Patience>()
        .AddSingleton<ChangeCounters>()
        .AddSingleton<Recorder>()
        .AddEngine(settings)
        .AddSingleton(provider => new ReadinessCheck("store", async ct =>
        {
            await provider.GetRequiredService<IDocumentStore>().Read("site", "sections", ct);
            return true;
        }));

    private static IServiceCollection AddBlobs(this IServiceCollection services, BlobSettings settings)
    {
        services.AddSingleton(provider => BlobAccount.Of(settings, provider.GetServices<HttpPipelinePolicy>()));
        services.AddSingleton(provider => provider.GetRequiredService<BlobAccount>().Service);
        services.AddSingleton<BlobSetUp>().AddHostedService(provider => provider.GetRequiredService<BlobSetUp>());
        return settings.AreNamed
            ? services.AddSingleton(provider => new ReadinessCheck("blob storage", async ct =>
                provider.GetRequiredService<BlobSetUp>().IsDone && await provider.GetRequiredService<BlobAccount>().Uploads.ExistsAsync(ct), ForReaders: false))
            : services;
    }

    private static IServiceCollection AddEngine(this IServiceCollection services, IConfiguration settings) => CosmosSettings.AreNamed(settings)
        ? services
            .AddMetrics()
            .AddSingleton<RequestCharges>()
            .AddSingleton(_ => new CosmosAccount(CosmosSettings.Of(settings)))
            .AddHostedService<CosmosWarmUp>()
            .AddSingleton(provider => new CosmosDocumentStore(
                provider.GetRequiredService<CosmosAccount>().Container, provider.GetRequiredService<RequestCharges>()))
            .AddSingleton<IDocumentStore>(provider => provider.Watched(provider.GetRequiredService<CosmosDocumentStore>()))
        : services
            .AddSingleton(provider => new SqliteDocumentStore(
                new(Path.Combine(settings[Settings.DataFolder]!, "news.db")), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IDocumentStore>(provider => provider.Watched(provider.GetRequiredService<SqliteDocumentStore>()));

    private static WatchedStore Watched(this IServiceProvider provider, IDocumentStore engine) => new(
        new PatientStore(engine, provider.GetRequiredService<Patience>()),
        provider.GetRequiredService<ChangeCounters>(),
        provider.GetRequiredService<Recorder>());

    private static IServiceCollection AddPictures(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton(PictureSettings.Of(settings))
        .AddSingleton<PictureGate>()
        .AddSingleton<HeifConverter>()
        .AddSingleton<SvgDrawing>()
        .AddSingleton<PictureOpening>()
        .AddSingleton<PicturePipeline>();

    private static IServiceCollection AddVideos(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton(VideoSettings.Of(settings))
        .AddSingleton<Ffmpeg>()
        .AddSingleton<VideoProbe>()
        .AddSingleton<PosterFrame>()
        .AddSingleton<VideoPipeline>()
        .AddSingleton<VideoTurn>();

    private static IServiceCollection AddArticles(this IServiceCollection services) => services
        .AddSingleton<IInlineHtml, InlineHtml>()
        .AddSingleton<DraftCheck>()
        .AddSingleton<ArticleReader>()
        .AddSingleton<FeedBook>()
        .AddSingleton<Projector>()
        .AddSingleton<SlugRegistry>()
        .AddSingleton<ArticleWriter>()
        .AddSingleton<ArticleDesk>()
        .AddSingleton<Repair>()
        .AddSingleton<Rebuild>()
        .AddSingleton<WorkingVersions>();

    private static IServiceCollection AddMedia(this IServiceCollection services) => services
        .AddSingleton<AssetStore>()
        .AddSingleton<MediaUsers>()
        .AddSingleton<UploadStatuses>()
        .AddSingleton<CropRequests>()
        .AddSingleton<PicturePresenter>()
        .AddSingleton<VideoPresenter>()
        .AddSingleton<WorkFolders>()
        .AddSingleton<AssetRemoval>()
        .AddSingleton<AssetFiles>()
        .AddSingleton<CropMaking>()
        .AddSingleton<PictureMaking>()
        .AddSingleton<VideoMaking>()
        .AddSingleton<CaptionFiles>()
        .AddSingleton<CaptionMaking>()
        .AddSingleton<AssetMaking>()
        .AddSingleton<UploadSizes>()
        .AddSingleton<Rejection>()
        .AddSingleton<UploadProcessing>()
        .AddSingleton<UploadAddress>();

    private static IServiceCollection AddMostRead(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton<MostReadAnswers>()
        .AddSingleton<ArticleIds>()
        .AddSingleton<DaySalts>()
        .AddSingleton(provider => new Viewers(provider.GetRequiredService<DaySalts>(), settings))
        .AddSingleton(provider => new ViewBatches(
            provider.GetRequiredService<IDocumentStore>(),
            provider.GetRequiredService<Patience>(),
            provider.GetRequiredService<TimeProvider>(),
            CosmosSettings.AreNamed(settings) ? _viewsLinger : _viewsLingerHere))
        .AddSingleton<ViewLog>()
        .AddSingleton<HourSketches>()
        .AddSingleton<DayTallies>()
        .AddSingleton<ReaderCharts>()
        .AddSingleton<CountProgress>()
        .AddSingleton<MostReadLists>()
        .AddSingleton<KnownArticles>()
        .AddSingleton<ListMaker>()
        .AddSingleton<Recount>();
}
