using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using News.Functions.LocalHost.Keys;
using News.Functions.Storage.Blobs;

namespace News.Functions.LocalHost.Azurite;

/// <summary>Blob storage on this machine: Azurite, unless the settings name an account.</summary>
public static class LocalBlobs
{
    // Never used: every request goes to where Azurite really listens.
    private const int AnyPort = 10000;

    /// <summary>Makes Azurite the site's account and keeps it running; what else is registered reads the settings this writes.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        if (BlobSettings.Of(builder.Configuration).AreNamed)
            return;
        var key = AccountKey.In(builder.Configuration[LocalArguments.Folder]!);
        builder.Configuration[Settings.BlobConnection] = key.Connection(AnyPort);
        builder.Configuration[Settings.BlobUploadUrl] = builder.Configuration[Settings.SiteBaseUrl];
        builder.Services.AddSingleton(key);
        builder.Services.AddSingleton<AzuritePort>();
        builder.Services.AddSingleton<AzuriteClient>();
        builder.Services.AddSingleton<HttpPipelinePolicy>(services => services.GetRequiredService<AzuritePort>());
        builder.Services.AddHostedService<AzuriteSupervisor>();
    }

    /// <summary>What Azure's own services answer there: the media files, and uploads to a signed address.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<AzuriteClient>() is not { } azurite)
            return;
        routes.MapMethods("/media/{asset}/{version}/{**file}", ["GET", "HEAD"], new MediaProxy(azurite).Forward);
        routes.MapMethods("/uploads/{**name}", ["PUT"], new UploadProxy(azurite).Forward);
    }
}
