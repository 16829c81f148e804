using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using News.Functions.Storage;
using News.Functions.Storage.Cosmos;
using News.Functions.Tests.Storage.Cost;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Storage.Cosmos;

/// <summary>
/// Prints what reading and writing cost on the account that COSMOS_CONNECTION names, in a container of their own, beside what docs/cost.md
/// computes for the same calls.
/// </summary>
public sealed class CosmosChargeTests : IAsyncLifetime
{
    private const string Partition = "many";
    private static readonly int _entries = Repository.Soak ? 100_000 : 1_000;

    private readonly TestMeters _meters = new();
    private CosmosAccount? _account;
    private CountedSite _site = null!;
    private ChargeLog _charges = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(LiveCosmos.Connection is null, LiveCosmos.Missing);
        _account = new(LiveCosmos.Settings with { Container = $"charges-{Guid.NewGuid():N}" });
        await _account.CreateMissing(Ct);
        _charges = new(_meters);
        _site = new(new CosmosDocumentStore(_account.Container, new(_meters, NullLogger<RequestCharges>.Instance)), TimeProvider.System, _charges);
    }

    public async ValueTask DisposeAsync()
    {
        if (_account is null)
            return;
        await _site.DisposeAsync();
        using var removed = await _account.Container.DeleteContainerStreamAsync();
        _charges.Dispose();
        _meters.Dispose();
        _account.Dispose();
    }

    [Fact]
    public async Task Point_read_and_page_of_twenty()
    {
        Print(await _site.Count($"{_entries} entries of {Entry().Length} B", Fill));
        Print(await _site.Count("point read", () => _site.Store.Read(Partition, "000000", Ct).AsTask()));
        Print(await _site.Count("point read of nothing", () => _site.Store.Read(Partition, "none", Ct).AsTask()));
        foreach (var range in new PageRange[] { new(Backward: true, Take: 20), new(To: $"{_entries / 2:D6}", Backward: true, Take: 20) })
        {
            var page = await _site.Count(
                $"page of 20 of {_entries}, newest first, before {range.To ?? "the end"}", () => _site.Store.Page(Partition, range, Ct).AsTask());
            Print(page);
            Assert.Equal(20, Assert.Single(page.Calls).Documents.Count);
        }
    }

    [Fact]
    public async Task Life_of_an_article()
    {
        var life = new ArticleLife(_site, TimeProvider.System, time => Task.Delay(time, Ct));
        await life.Fill();
        foreach (var deed in await life.Live())
            Print(deed);
        foreach (var request in await new PageReads(_site).Read(ArticleLife.NewSlug))
            Print(request);
    }

    private async Task Fill()
    {
        foreach (var ids in Enumerable.Range(0, _entries).Chunk(StoreLimits.ChangesPerCommit))
            await _site.Store.Commit(Partition, [.. ids.Select(id => Change.Put($"{id:D6}", Entry()))], Ct);
    }

    private static byte[] Entry() => Encoding.UTF8.GetBytes($$"""{"title":"Nước sạch về bản","text":"{{new string('x', 640)}}"}""");

    private static void Print(Deed deed) => TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{deed.Name}: {deed.Charged}; computed {deed.Charge:F2} RU ({string.Join("; ", deed.Calls.Take(60))})"));
}
