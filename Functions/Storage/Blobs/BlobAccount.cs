using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using News.Domain;

namespace News.Functions.Storage.Blobs;

/// <summary>The storage account of uploads and media, and the one client of the process.</summary>
/// <param name="service">Null where no account is named.</param>
public sealed class BlobAccount(BlobServiceClient? service, BlobSettings settings)
{
    private static readonly TimeSpan _firstRetry = TimeSpan.FromMilliseconds(200);

    public bool IsNamed => service is not null;

    /// <exception cref="Failure">No account is named.</exception>
    public BlobServiceClient Service => service
        ?? throw new Failure(FailureCode.Unavailable, "No storage account is named, so there are no pictures and videos. Set AzureWebJobsStorage.");

    public BlobContainerClient Uploads => Service.GetBlobContainerClient(BlobContainers.Uploads);

    public BlobContainerClient Originals => Service.GetBlobContainerClient(BlobContainers.Originals);

    public BlobContainerClient Rejected => Service.GetBlobContainerClient(BlobContainers.Rejected);

    public BlobContainerClient Media => Service.GetBlobContainerClient(BlobContainers.Media);

    /// <summary>An address of the uploads' container as editors reach it from where they are.</summary>
    public Uri ForEditors(Uri address)
    {
        if (string.IsNullOrWhiteSpace(settings.UploadUrl))
            return address;
        var root = Uploads.Uri.AbsoluteUri[..^BlobContainers.Uploads.Length];
        return new($"{settings.UploadUrl.TrimEnd('/')}/{address.AbsoluteUri[root.Length..]}");
    }

    /// <summary>The account that the settings name.</summary>
    /// <param name="policies">What each request passes on its way, on a host that has such.</param>
    public static BlobAccount Of(BlobSettings settings, IEnumerable<HttpPipelinePolicy> policies) => new(Connect(settings, Options(policies)), settings);

    /// <summary>
    /// With a connection string the containers are made where they are missing; an identity has no right to, and Bicep has made them.
    /// </summary>
    public async Task CreateMissing(CancellationToken ct)
    {
        if (!settings.HasConnection)
            return;
        foreach (var name in BlobContainers.All)
        {
            var access = name == BlobContainers.Media ? PublicAccessType.Blob : PublicAccessType.None;
            await Service.GetBlobContainerClient(name).CreateIfNotExistsAsync(access, cancellationToken: ct);
        }
    }

    private static BlobServiceClient? Connect(BlobSettings settings, BlobClientOptions options) =>
        settings.HasConnection ? new(settings.Connection, options)
        : settings.AreNamed ? new(new Uri($"https://{settings.Account}.blob.core.windows.net"), new DefaultAzureCredential(), options)
        : null;

    private static BlobClientOptions Options(IEnumerable<HttpPipelinePolicy> policies)
    {
        var options = new BlobClientOptions { Retry = { Delay = _firstRetry } };
        foreach (var policy in policies)
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        return options;
    }
}
