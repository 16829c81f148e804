using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using News.Functions.Tests.EndToEnd.Media;
using News.Functions.Tests.Media;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.EndToEnd.Sites;

/// <summary>The whole app running as a real process, whichever host runs it, and a client that talks to it as the newsroom does.</summary>
public abstract class RunningSite : IAsyncDisposable
{
    /// <summary>The app's own JSON, and plain objects besides.</summary>
    private static readonly JsonSerializerOptions _options = new(NewsJson.Wire.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(NewsJson.Wire, new DefaultJsonTypeInfoResolver()),
    };

    private readonly Lazy<Task> _started;
    private readonly Lazy<Task<string>> _picture;

    protected RunningSite() => (_started, _picture) = (new(Start), new(AddPicture));

    /// <summary>Follows no redirect and decompresses nothing: tests see what is sent.</summary>
    public HttpClient Client { get; protected set; } = null!;

    /// <summary>The key of the newsroom.</summary>
    public string Key { get; protected set; } = "";

    /// <summary>How Azure's own tools reach the site's blob storage; skips the test where there is none.</summary>
    public abstract Task<string> BlobConnection();

    /// <summary>Returns when the blob function runs, or has run, for what was put under this name.</summary>
    public virtual Task Dropped(string blobName) => Task.CompletedTask;

    /// <summary>A ready picture for articles that need one; always the same.</summary>
    public Task<string> Picture() => _picture.Value;

    /// <summary>Starts the process; a test class shared by many calls <see cref="Ready"/> instead.</summary>
    public abstract Task Start();

    /// <summary>Returns when the site runs; the first caller starts it, so that a run without end-to-end tests starts nothing.</summary>
    public Task Ready() => _started.Value;

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    protected virtual async Task<string> AddPicture()
    {
        await Ready();
        await BlobConnection();
        return await this.Add(SmallPicture.Png());
    }

    /// <summary>A call with the key.</summary>
    public async Task<HttpResponseMessage> Newsroom(
        HttpMethod method, string path, object? body = null, string? ifMatch = null, bool create = false)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("x-functions-key", Key);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (create)
            request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        request.Content = body switch
        {
            null => null,
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            HttpContent content => content,
            _ => JsonContent.Create(body, options: _options),
        };
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Creates the section unless it is there.</summary>
    public async Task Section(string slug, string name = "Môi trường", int order = 1)
    {
        using var answer = await Newsroom(HttpMethod.Put, $"/api/newsroom/sections/{slug}", new { name, order }, create: true);
        Assert.True((int)answer.StatusCode is 201 or 412, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Creates an article and gives its ETag.</summary>
    public async Task<string> Create(string slug, object draft)
    {
        using var answer = await Newsroom(HttpMethod.Put, $"/api/newsroom/articles/{slug}", draft, create: true);
        Assert.True((int)answer.StatusCode == 201, await answer.Content.ReadAsStringAsync());
        return answer.Headers.ETag!.ToString();
    }

    /// <summary>Creates and publishes an article and gives its ETag.</summary>
    public async Task<string> Publish(string slug, object? draft = null)
    {
        var etag = await Create(slug, draft ?? Sample.Draft());
        using var answer = await Newsroom(HttpMethod.Post, $"/api/newsroom/articles/{slug}/publish", new { }, etag);
        Assert.True((int)answer.StatusCode == 200, await answer.Content.ReadAsStringAsync());
        return answer.Headers.ETag!.ToString();
    }

    /// <summary>What a stranger gets, as JSON.</summary>
    public async Task<JsonNode> Read(string path)
    {
        using var answer = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == 200, $"{path}: {(int)answer.StatusCode} {body}");
        return JsonNode.Parse(body)!;
    }

    /// <summary>The slugs of a whole list, page after page.</summary>
    public async Task<List<string>> ReadAll(string path, Func<Task>? betweenPages = null)
    {
        List<string> slugs = [];
        for (var next = path; next is not null;)
        {
            var page = await Read(next);
            slugs.AddRange(page["items"]!.AsArray().Select(card => card.Text("slug")));
            next = page["nextCursor"] is JsonNode cursor ? $"{path}&cursor={cursor.GetValue<string>()}" : null;
            if (betweenPages is not null)
                await betweenPages();
        }

        return slugs;
    }

    /// <summary>Whether the site waits for nothing any more.</summary>
    public async Task<bool> IsComplete()
    {
        using var answer = await Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["waitingFor"]!.AsArray().Count == 0;
    }

    /// <summary>The status a stranger gets.</summary>
    public async Task<int> Status(string path)
    {
        using var answer = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
