using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using News.Domain;
using News.Domain.Site;
using News.Functions.Storage;
using News.Functions.Storage.Cosmos;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Storage.Cosmos;

/// <summary>Prints what reading and publishing cost on the account that COSMOS_CONNECTION names.</summary>
public sealed class CosmosChargeTests : IAsyncLifetime
{
    private static readonly int _entries = Repository.Soak ? 100_000 : 1_000;
    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly TestMeters _meters = new();
    private CosmosAccount? _account;
    private CountedStore _store = null!;
    private ChargeLog _charges = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(LiveCosmos.Connection is null, LiveCosmos.Missing);
        _account = new(LiveCosmos.Settings);
        await _account.CreateMissing(default);
        _charges = new(_meters);
        _store = new(new CosmosDocumentStore(_account.Container, new(_meters, NullLogger<RequestCharges>.Instance)));
    }

    public ValueTask DisposeAsync()
    {
        _charges?.Dispose();
        _meters.Dispose();
        _account?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Point_read_and_page_of_twenty()
    {
        foreach (var ids in Enumerable.Range(0, _entries).Chunk(StoreLimits.ChangesPerCommit))
            await _store.Commit(_mark, [.. ids.Select(id => Change.Put($"{id:D6}", Entry()))], default);
        _store.Take();
        Print($"{_entries} entries of {Entry().Length} B written");
        await _store.Read(_mark, "000000", default);
        Print("point read");
        await _store.Read(_mark, "none", default);
        Print("point read of nothing");
        foreach (var range in new PageRange[] { new(Backward: true, Take: 20), new(To: $"{_entries / 2:D6}", Backward: true, Take: 20) })
        {
            Assert.Equal(20, (await _store.Page(_mark, range, default)).Items.Count);
            Print($"page of 20 of {_entries}, newest first, before {range.To ?? "the end"}");
        }
    }

    [Fact]
    public async Task Life_of_an_article()
    {
        var slug = $"bai-{_mark}";
        var desk = new Desk(_store, TimeProvider.System);
        await desk.Site.PutSection(new Section($"muc-{_mark}", _mark, 1, 0), new Precondition.Create(), default);
        Print("section");
        var draft = Sample.Draft(section: $"muc-{_mark}") with { Tags = [_mark], Bylines = [_mark] };
        await desk.Articles.Save(slug, draft, new Precondition.Create(), "Lan", default);
        Print("create");
        await desk.Articles.Publish(slug, null, new Precondition.Exists(), "Lan", default);
        Print("publish");
        await desk.Articles.Save(slug, draft, new Precondition.Exists(), "Lan", default);
        Print("save");
        await desk.Articles.Publish(slug, "Đã sửa tên.", new Precondition.Exists(), "Lan", default);
        Print("correct");
        Assert.NotNull(await desk.Reader.Slug(slug, default));
    }

    private static byte[] Entry() => Encoding.UTF8.GetBytes($$"""{"title":"Nước sạch về bản","text":"{{new string('x', 640)}}"}""");

    private void Print(string deed) => TestContext.Current.TestOutputHelper?.WriteLine($"{deed}: {_charges.Take()} ({_store.Take()})");
}
