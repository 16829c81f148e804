using System.Web;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Time.Testing;
using Moq;
using News.Functions.Media.Uploads;
using News.Functions.Storage.Blobs;
using Xunit;

namespace News.Functions.Tests.Media;

/// <summary>Exactly what a signed address allows, and for how long.</summary>
public class UploadAddressTests
{
    private const string Blob = "0123456789abcdef0123456789abcdef/Ảnh #1.png";
    private static readonly Uri _service = new("https://toasoan.blob.core.windows.net");

    private readonly FakeTimeProvider _time = new(new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly Mock<BlobServiceClient> _account = new();

    [Fact]
    public async Task Identity_signs_by_a_key_that_the_account_hands_out_for_one_blob_and_sixty_minutes()
    {
        using var address = Address(null);
        var url = await address.Of(Blob, _time.GetUtcNow().AddMinutes(60), default);
        var query = HttpUtility.ParseQueryString(url.Query);
        Assert.Equal($"https://toasoan.blob.core.windows.net/uploads/{Uri.EscapeDataString(Blob).Replace("%2F", "/", StringComparison.Ordinal)}", url.GetLeftPart(UriPartial.Path));
        Assert.Equal(("cw", "b", "https"), (query["sp"], query["sr"], query["spr"]));
        Assert.Equal(("2026-03-01T07:55:00Z", "2026-03-01T09:00:00Z"), (query["st"], query["se"]));
        Assert.Equal("object-id", query["skoid"]);
        Assert.Equal("b", query["sks"]);
        Assert.NotNull(query["sig"]);
    }

    [Fact]
    public async Task Key_is_asked_for_again_only_when_it_would_not_last()
    {
        using var address = Address(null);
        for (var hour = 0; hour < 10; hour++)
        {
            await address.Of(Blob, _time.GetUtcNow().AddMinutes(60), default);
            _time.Advance(TimeSpan.FromHours(1));
        }

        _account.Verify(account => account.GetUserDelegationKeyAsync(It.IsAny<DateTimeOffset?>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()), Times.Exactly(2));
    }

    [Fact]
    public async Task Editors_are_sent_to_the_address_the_settings_name()
    {
        using var address = Address("https://tai-len.example.org/");
        var url = await address.Of(Blob, _time.GetUtcNow().AddMinutes(60), default);
        Assert.StartsWith("https://tai-len.example.org/uploads/0123456789abcdef0123456789abcdef/", url.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains("%20%231.png?", url.AbsoluteUri, StringComparison.Ordinal);
    }

    private UploadAddress Address(string? uploadUrl)
    {
        _account.Setup(account => account.AccountName).Returns("toasoan");
        _account.Setup(account => account.GetBlobContainerClient(BlobContainers.Uploads)).Returns(new BlobContainerClient(new Uri(_service, BlobContainers.Uploads)));
        _account.Setup(account => account.GetUserDelegationKeyAsync(It.IsAny<DateTimeOffset?>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((DateTimeOffset? from, DateTimeOffset until, CancellationToken _) => Response.FromValue(
                BlobsModelFactory.UserDelegationKey("object-id", "tenant-id", from!.Value, until, "b", "2024-11-04", Convert.ToBase64String(new byte[32])), null!));
        return new(new(_account.Object, new(null, "toasoan", uploadUrl)), _time);
    }
}
