using System.Text.Json.Nodes;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Media;

/// <summary>What an editor's program does to get a picture in.</summary>
public static class MediaSteps
{
    /// <summary>Asks for an address and sends the file there.</summary>
    /// <returns>The upload's id, and the name its blob has.</returns>
    public static async Task<(string Id, string Blob)> Send(
        this RunningSite site, byte[] content, string fileName = "song.png", string contentType = "image/png", string? captionsOf = null, string? lang = null)
    {
        await site.BlobConnection();
        using var created = await site.Newsroom(HttpMethod.Post, "/api/newsroom/uploads", new { fileName, size = content.Length, contentType, captionsOf, lang });
        Assert.True((int)created.StatusCode == 201, await created.Content.ReadAsStringAsync());
        var ticket = JsonNode.Parse(await created.Content.ReadAsStringAsync())!;
        using var request = new HttpRequestMessage(new(ticket.Text("method")), ticket.Text("url")) { Content = new ByteArrayContent(content) };
        foreach (var (name, value) in ticket["headers"]!.AsObject())
        {
            if (!request.Headers.TryAddWithoutValidation(name, value!.GetValue<string>()))
                request.Content.Headers.TryAddWithoutValidation(name, value.GetValue<string>());
        }

        using var sent = await site.Client.SendAsync(request);
        Assert.True((int)sent.StatusCode == 201, $"{(int)sent.StatusCode} {await sent.Content.ReadAsStringAsync()}");
        var path = Uri.UnescapeDataString(new Uri(ticket.Text("url")).AbsolutePath);
        return (ticket.Text("uploadId"), path[path.IndexOf(ticket.Text("uploadId"), StringComparison.Ordinal)..]);
    }

    /// <summary>The upload's status once nothing more is going to happen.</summary>
    public static async Task<JsonNode> Settled(this RunningSite site, string uploadId)
    {
        JsonNode? status = null;
        var settled = await Poll.Until(async () =>
        {
            using var answer = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/uploads/{uploadId}");
            status = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            // Of a file put there by another tool nothing is known until somebody begins with it.
            return (int)answer.StatusCode == 200 && status.Text("state") is "ready" or "rejected";
        });
        Assert.True(settled, status?.ToJsonString());
        return status!;
    }

    /// <summary>Sends a picture and waits until it is ready.</summary>
    /// <returns>Its asset's id.</returns>
    public static async Task<string> Add(this RunningSite site, byte[] content) => await site.Finish(await site.Send(content));

    /// <summary>Sends a video and waits until it is ready.</summary>
    /// <returns>Its asset's id.</returns>
    public static async Task<string> AddFilm(this RunningSite site, byte[] content) => await site.Finish(await site.Send(content, "clip.mp4", "video/mp4"));

    /// <summary>Waits until what was sent is ready.</summary>
    /// <returns>Its asset's id.</returns>
    public static async Task<string> Finish(this RunningSite site, (string Id, string Blob) sent)
    {
        var (id, blob) = sent;
        await site.Dropped(blob);
        var status = await site.Settled(id);
        Assert.True(status.Text("state") == "ready", status.ToJsonString());
        return status["asset"].Text("asset");
    }

    /// <summary>The entry of a picture in the newsroom's library; null where it is not there.</summary>
    public static async Task<JsonNode?> Listed(this RunningSite site, string asset)
    {
        using var answer = await site.Newsroom(HttpMethod.Get, $"/api/newsroom/media?q={asset}");
        Assert.True((int)answer.StatusCode == 200, await answer.Content.ReadAsStringAsync());
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["items"]!.AsArray().SingleOrDefault();
    }
}
