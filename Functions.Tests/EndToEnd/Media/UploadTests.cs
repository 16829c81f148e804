using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using News.Domain.Media.Uploads;
using News.Functions.Storage.Blobs;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Media;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Media;

/// <summary>A file from where an editor drops it to where readers find it, or to a reason why not.</summary>
public abstract class UploadTests(RunningSite site) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await site.Ready();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Uploaded_picture_becomes_an_asset_with_every_file_it_names_and_leaves_the_container()
    {
        var (id, blob) = await site.Send(SmallPicture.Png());
        await site.Dropped(blob);
        var status = await site.Settled(id);
        Assert.Equal(("ready", 1.0), (status.Text("state"), status["progress"]!.GetValue<double>()));
        Assert.Null(status["reason"]);
        var asset = status["asset"].Text("asset");
        var picture = await site.Read($"/api/media/{asset}");
        Assert.Equal(picture.ToJsonString(), status["asset"]!.ToJsonString());
        await CheckFiles(picture);
        Assert.False(await Exists(BlobContainers.Uploads, blob));
        Assert.True(await Exists(BlobContainers.Originals, asset));
        await site.Dropped(blob);
        Assert.Equal(status.ToJsonString(), (await site.Settled(id)).ToJsonString());
    }

    [Fact]
    public async Task Same_file_twice_is_one_asset_and_both_uploads_are_ready()
    {
        var content = SmallPicture.Png();
        var first = await site.Add(content);
        Assert.Equal(first, await site.Add(content));
        Assert.NotNull(await site.Listed(first));
    }

    [Fact]
    public async Task Many_at_once_some_of_them_the_same_are_one_asset_each()
    {
        var contents = Enumerable.Range(0, 6).Select(_ => SmallPicture.Png(330, 200)).ToList();
        contents.AddRange(contents.Take(2).ToList());
        var sent = await Task.WhenAll(contents.Select(content => site.Send(content)));
        await Task.WhenAll(sent.Select(upload => site.Dropped(upload.Blob)));
        for (var i = 0; i < sent.Length; i++)
            Assert.Equal(Workshop.IdOf(contents[i]), (await site.Settled(sent[i].Id))["asset"].Text("asset"));
        Assert.NotNull(await site.Listed(Workshop.IdOf(contents[0])));
    }

    [Fact]
    public async Task File_put_into_the_container_by_any_tool_is_taken_too()
    {
        var name = $"từ máy ảnh/{Guid.NewGuid():N}/IMG #1.png";
        var content = SmallPicture.Png();
        await (await Container(BlobContainers.Uploads)).GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content));
        await site.Dropped(name);
        Assert.Equal("ready", (await site.Settled(UploadStatus.IdOf(name))).Text("state"));
        Assert.False(await Exists(BlobContainers.Uploads, name));
    }

    [Theory]
    [InlineData("Ngày hội ở bản Đôn.png")]
    [InlineData("50% off #1 (bản cuối)?.png")]
    [InlineData("a+b&c=d;e@f,g'h\".png")]
    [InlineData("%2e%2e%2fpasswd.png")]
    [InlineData("trailing dots... ")]
    [InlineData("C:\\Ảnh\\sông.png")]
    [InlineData("../../originals/x.png")]
    [InlineData("no ending")]
    public async Task Names_mean_nothing(string fileName)
    {
        var (id, blob) = await site.Send(SmallPicture.Png(330, 200), fileName);
        Assert.StartsWith(id + "/", blob, StringComparison.Ordinal);
        await site.Dropped(blob);
        var status = await site.Settled(id);
        Assert.True(status.Text("state") == "ready", status.ToJsonString());
        var expected = fileName.Split('/', '\\')[^1].Trim(' ', '.');
        Assert.Equal(expected, (await site.Listed(status["asset"].Text("asset"))).Text("fileName"));
    }

    [Fact]
    public async Task What_is_no_picture_is_rejected_with_a_reason_and_kept_aside()
    {
        var (id, blob) = await site.Send("Đây không phải là ảnh."u8.ToArray(), "ảnh giả.jpg");
        await site.Dropped(blob);
        var status = await site.Settled(id);
        Assert.Equal("rejected", status.Text("state"));
        Assert.NotEmpty(status.Text("reason"));
        Assert.Null(status["asset"]);
        Assert.False(await Exists(BlobContainers.Uploads, blob));
        var aside = await (await Container(BlobContainers.Rejected)).GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata })
            .SingleAsync(item => item.Name.Contains(id, StringComparison.Ordinal));
        Assert.Equal(status.Text("reason"), Uri.UnescapeDataString(aside.Metadata["reason"]));
    }

    [Theory]
    [InlineData("fileName", """{"size": 1, "contentType": "image/png"}""")]
    [InlineData("fileName", """{"fileName": " ../.. ", "size": 1, "contentType": "image/png"}""")]
    [InlineData("fileName", """{"fileName": "a\u0000b.png", "size": 1, "contentType": "image/png"}""")]
    [InlineData("size", """{"fileName": "a.png", "contentType": "image/png"}""")]
    [InlineData("size", """{"fileName": "a.png", "size": 52428801, "contentType": "image/png"}""")]
    [InlineData("contentType", """{"fileName": "a.png", "size": 1}""")]
    [InlineData("contentType", """{"fileName": "a.pdf", "size": 1, "contentType": "application/pdf"}""")]
    [InlineData("contentType", """{"fileName": "a.png", "size": 1, "contentType": "image/png\r\nx: y"}""")]
    [InlineData("captionsOf", """{"fileName": "a.vtt", "size": 1, "contentType": "image/png", "captionsOf": "x"}""")]
    [InlineData("other", """{"fileName": "a.png", "size": 1, "contentType": "image/png", "other": 1}""")]
    public async Task Upload_that_is_not_valid_is_refused_by_field(string field, string body)
    {
        using var answer = await site.Newsroom(HttpMethod.Post, "/api/newsroom/uploads", body);
        var problem = await Problems.Refused(answer, 400, "invalid");
        Assert.NotNull(problem["errors"]![field]);
    }

    [Theory]
    [InlineData("khong-co")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    public async Task Unknown_upload_is_404(string id)
    {
        using var answer = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/uploads/{id}");
        await Problems.Refused(answer, 404, "not-found");
    }

    [Fact]
    public async Task Signed_address_is_good_for_its_one_file_and_for_putting_only()
    {
        await site.BlobConnection();
        using var created = await site.Newsroom(HttpMethod.Post, "/api/newsroom/uploads", new { fileName = "a.png", size = 9, contentType = "image/png" });
        var url = JsonNode.Parse(await created.Content.ReadAsStringAsync())!.Text("url");
        Assert.NotEqual(201, await Put(url.Replace("/a.png", "/b.png", StringComparison.Ordinal)));
        Assert.NotEqual(201, await Put(url.Replace("/uploads/", "/originals/", StringComparison.Ordinal)));
        Assert.NotEqual(201, await Put(url[..url.IndexOf('?', StringComparison.Ordinal)]));
        using var read = await site.Client.GetAsync(url);
        Assert.False(read.IsSuccessStatusCode);
        using var deleted = await site.Client.DeleteAsync(url);
        Assert.False(deleted.IsSuccessStatusCode);
        Assert.Equal(201, await Put(url));
    }

    private async Task<int> Put(string url)
    {
        using var content = new ByteArrayContent([1, 2, 3]);
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = content };
        request.Headers.Add("x-ms-blob-type", "BlockBlob");
        using var answer = await site.Client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    /// <summary>Each address in a picture leads to a file that may be kept for ever.</summary>
    private async Task CheckFiles(JsonNode picture)
    {
        var media = await Container(BlobContainers.Media);
        var sources = picture["sources"]!.AsArray().Concat(picture["crops"]!.AsObject().SelectMany(crop => crop.Value!["sources"]!.AsArray()));
        var urls = sources.SelectMany(source => source.Text("srcset").Split(", ").Select(part => part.Split(' ')[0])).ToList();
        Assert.Equal(urls.Count, urls.Distinct().Count());
        Assert.True(urls.Count >= 15, $"{urls.Count}");
        Assert.Contains(picture.Text("src"), urls);
        foreach (var url in urls)
        {
            var blob = media.GetBlobClient(new Uri(url).AbsolutePath["/media/".Length..]);
            var properties = (await blob.GetPropertiesAsync()).Value;
            Assert.Equal("public, max-age=31536000, immutable", properties.CacheControl);
            Assert.StartsWith("image/", properties.ContentType, StringComparison.Ordinal);
        }
    }

    private async Task<BlobContainerClient> Container(string name) =>
        new(await site.BlobConnection(), name, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2024_11_04));

    private async Task<bool> Exists(string container, string blob) => await (await Container(container)).GetBlobClient(blob).ExistsAsync();

    public sealed class OnLocalHost(LocalSiteProcess site) : UploadTests(site);

    public sealed class OnWorker(WorkerSiteProcess site) : UploadTests(site);
}
