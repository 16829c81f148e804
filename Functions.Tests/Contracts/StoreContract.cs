using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using News.Functions.Storage;
using Xunit;

namespace News.Functions.Tests.Contracts;

/// <summary>An open store and the words the contract is written in.</summary>
public abstract class StoreContract(StoreEngine engine) : IAsyncLifetime
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected IDocumentStore Store { get; private set; } = null!;

    /// <summary>The partition most tests need only one of.</summary>
    protected string Pk { get; } = engine.Partition("here");

    public async ValueTask InitializeAsync() => Store = await engine.Open();

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    protected static Change Put(string id, string body = "{}", Expectation expect = default, int? seconds = null) =>
        Change.Put(id, Utf8(body), expect, seconds is { } life ? TimeSpan.FromSeconds(life) : null);

    protected static string[] Ids(DocumentPage page) => [.. page.Items.Select(item => item.Id)];

    /// <summary>
    /// The same bytes, or from an engine that spells JSON in its own way the same values, numbers as far as a double goes.
    /// </summary>
    protected void Same(string expected, ReadOnlyMemory<byte> actual)
    {
        if (engine.KeepsSpelling)
            Assert.Equal(Utf8(expected), actual.ToArray());
        else
            Assert.True(JsonNode.DeepEquals(AsDoubles(JsonNode.Parse(expected)), AsDoubles(JsonNode.Parse(actual.Span))), Text(actual));
    }

    private static string Text(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span);

    private static JsonNode? AsDoubles(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, AsDoubles(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(AsDoubles)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => (double)value,
        _ => node?.DeepClone(),
    };

    protected string Partition(string name) => engine.Partition(name);

    protected Task LetPass(int seconds) => engine.LetPass(TimeSpan.FromSeconds(seconds));

    protected ValueTask<CommitResult> Commit(params Change[] changes) => Store.Commit(Pk, changes, Ct);

    protected async Task<IReadOnlyList<string?>> Done(params Change[] changes) =>
        Assert.IsType<CommitResult.Done>(await Commit(changes)).ETags;

    /// <summary>Writes one document and answers its ETag.</summary>
    protected async Task<string> Written(Change change) => Assert.Single(await Done(change))!;

    protected async Task Refused(int index, Refusal why, params Change[] changes) =>
        Assert.Equal(new CommitResult.Refused(index, why), await Commit(changes));

    protected ValueTask<Document?> Read(string id) => Store.Read(Pk, id, Ct);

    protected async Task<string?> Body(string id) => await Read(id) is { } found ? Encoding.UTF8.GetString(found.Body.Span) : null;

    protected ValueTask<DocumentPage> Page(string? from = null, string? to = null, bool backward = false, int take = 100) =>
        Store.Page(Pk, new PageRange(from, to, backward, take), Ct);

    /// <summary>Puts an empty document under every id.</summary>
    protected Task Fill(params IEnumerable<string> ids) => Done([.. ids.Select(id => Put(id))]);
}
