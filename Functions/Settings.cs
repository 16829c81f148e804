using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace News.Functions;

/// <summary>Everything that can be set, in one table; the README's is held to it by a test.</summary>
public static class Settings
{
    public const string DataFolder = "Data:Folder";
    public const string CosmosEndpoint = "Cosmos:Endpoint";
    public const string CosmosConnection = "Cosmos:Connection";
    public const string CosmosDatabase = "Cosmos:Database";
    public const string CosmosContainer = "Cosmos:Container";
    public const string CosmosGateway = "Cosmos:Gateway";
    public const string BlobConnection = "AzureWebJobsStorage";
    public const string BlobAccount = "AzureWebJobsStorage:accountName";
    public const string BlobUploadUrl = "Media:UploadUrl";
    public const string CacheMegabytes = "Cache:Megabytes";
    public const string SiteBaseUrl = "Site:BaseUrl";
    public const string SiteName = "Site:Name";
    public const string SiteLang = "Site:Lang";
    public const string SampleEmpty = "Sample:Empty";
    public const string HttpTrustedProxies = "Http:TrustedProxies";
    public const string HttpFrontDoorId = "Http:FrontDoorId";
    public const string PreviewSecret = "Preview:Secret";
    public const string PicturesMegapixels = "Pictures:Megapixels";
    public const string PicturesMegabytes = "Pictures:Megabytes";
    public const string PicturesMemory = "Pictures:Memory";
    public const string PicturesSeconds = "Pictures:Seconds";
    public const string PicturesThreads = "Pictures:Threads";
    public const string VideosMegabytes = "Videos:Megabytes";
    public const string VideosMinutes = "Videos:Minutes";
    public const string VideosWorkMinutes = "Videos:WorkMinutes";
    public const string VideosMemory = "Videos:Memory";
    public const string VideosThreads = "Videos:Threads";
    public const string ScheduleSchedule = "Schedule:Schedule";
    public const string RepairSchedule = "Repair:Schedule";
    public const string UploadsSchedule = "Uploads:Schedule";
    public const string MostReadSchedule = "MostRead:Schedule";
    public const string MostReadReadersPerAddress = "MostRead:ReadersPerAddress";

    /// <summary>The table.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new(DataFolder, "", "where articles are kept on one machine; `./data` with `./news up`, no default for a worker"),
        new(CosmosEndpoint, "", "the Cosmos DB account's address, signed in to by managed identity; then articles are kept there"),
        new(CosmosConnection, "", "a connection string instead, for emulators; database and container are made where missing"),
        new(CosmosDatabase, "news", "the database's name"),
        new(CosmosContainer, "documents", "the container's name"),
        new(CosmosGateway, "false", "speaks HTTPS only, as emulators need, instead of the faster direct mode", SettingFault.OfSwitch),
        new(BlobConnection, "", "a connection string of the storage account for uploads and media; where none is named `./news up` runs Azurite"),
        new(BlobAccount, "", "the storage account's name instead, signed in to by managed identity"),
        new(BlobUploadUrl, "", "the address under which editors reach the storage account, where it is not the account's own", SettingFault.OfAddress),
        new(CacheMegabytes, "96", "memory for bodies ready to send; 0 makes every read ask the store", SettingFault.OfCount),
        new(SiteBaseUrl, "http://127.0.0.1:7071", "the site's public address; `./news up` uses its own port", SettingFault.OfAddress),
        new(SiteName, "News", "the publisher's name, for search engines and feeds", SettingFault.OfText),
        new(SiteLang, "vi", "the language of articles that name none", SettingFault.OfLanguage),
        new(SampleEmpty, "false", "leaves the sample site out of an empty store, as `--empty` does; one machine only", SettingFault.OfSwitch),
        new(HttpTrustedProxies, "0", "proxies of ours that each request passes: a reader's address is so many from the right of `X-Forwarded-For`", SettingFault.OfNumber(0, 100)),
        new(HttpFrontDoorId, "", "the id of the Azure Front Door before a worker: others are refused, and readers' addresses are those it gives"),
        new(PreviewSecret, "", "what preview links are signed with; a random one kept in the store unless set"),
        new(PicturesMegapixels, "64", "megapixels of a picture, all frames of an animation together", SettingFault.OfNumber(1, 100_000)),
        new(PicturesMegabytes, "50", "mebibytes of a picture's file", SettingFault.OfNumber(1, 100_000)),
        new(PicturesMemory, "320", "mebibytes that decoding one picture may take; more is refused before it is tried", SettingFault.OfNumber(1, 100_000)),
        new(PicturesSeconds, "60", "seconds for all files of one picture", SettingFault.OfNumber(1, 100_000)),
        new(PicturesThreads, "", "files of a picture made at once; as many as there are processors unless set", SettingFault.OfNumber(1, 100_000)),
        new(VideosMegabytes, "1536", "mebibytes of a video's file; with `./news up` 4096", SettingFault.OfNumber(1, 100_000), "4096"),
        new(VideosMinutes, "30", "minutes that a video may run; with `./news up` 120", SettingFault.OfNumber(1, 100_000), "120"),
        new(VideosWorkMinutes, "90", "minutes for all files of one video; with `./news up` 480", SettingFault.OfNumber(1, 100_000), "480"),
        new(VideosMemory, "3000", "mebibytes of memory that ffmpeg may reserve", SettingFault.OfNumber(1, 100_000)),
        new(VideosThreads, "", "threads of each of a video's encoders; as many as there are processors unless set", SettingFault.OfNumber(1, 100_000)),
        new(ScheduleSchedule, "0 * * * * *", "when PublishScheduled runs (NCRONTAB, six fields)"),
        new(RepairSchedule, "0 * * * * *", "when RepairProjections runs (NCRONTAB, six fields)"),
        new(UploadsSchedule, "0 */5 * * * *", "when SweepUploads runs (NCRONTAB, six fields)"),
        new(MostReadSchedule, "0 * * * * *", "when RecomputeMostRead runs (NCRONTAB, six fields)"),
        new(MostReadReadersPerAddress, "64", "readers that one address counts as at most, an article and day", SettingFault.OfNumber(1, 65_536)),
    ];

    /// <summary>Makes sure that each value that is set can be used.</summary>
    /// <exception cref="StartRefusedException">Some cannot; a line for each.</exception>
    public static void Check(IConfiguration settings)
    {
        List<string> faults =
        [
            .. from setting in All
               let value = settings[setting.Key]
               let why = value is null ? null : setting.Fault?.Invoke(value)
               where why is not null
               select $"The setting {setting.Key} {why}; it is '{value}'.",
        ];
        if (faults.Count > 0)
            throw new StartRefusedException(string.Join(Environment.NewLine, faults));
    }

    /// <summary>Puts the defaults below every other source.</summary>
    /// <param name="oneMachine">Whether this is the site of one machine, which may take its time.</param>
    public static void AddDefaults(IConfigurationBuilder settings, bool oneMachine = false) => settings.Sources.Insert(0, new MemoryConfigurationSource
    {
        InitialData = All.Where(setting => setting.Default.Length > 0)
            .Select(setting => KeyValuePair.Create(setting.Key, (string?)(oneMachine ? setting.OneMachine ?? setting.Default : setting.Default))),
    });
}
