using Microsoft.Extensions.Time.Testing;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Storage.Cost;

/// <summary>docs/cost.md says what the code does: its tables are counted here, call by call.</summary>
public sealed class CostTests(CostTests.Counted counted) : IClassFixture<CostTests.Counted>
{
    private static readonly Traffic _ten = new(10e6, 0.80, 20, 20_000, 1);
    private static readonly Traffic _thousand = new(1e9, 0.95, 200, 500_000, 2);

    [Fact]
    public void Newsroom_deeds_cost_what_the_document_says() => Equal(counted.Newsroom.Select(deed => deed.Row), "## The newsroom and the timers");

    [Fact]
    public void Readers_requests_cost_what_the_document_says() => Equal(counted.Readers.Select(deed => deed.Row), "## Readers");

    [Fact]
    public void Bill_is_what_the_document_says()
    {
        var charges = counted.Newsroom.Concat(counted.Readers).ToDictionary(deed => deed.Name, deed => deed.Charge);
        Equal(new MonthlyBill(charges, counted.ArticleBytes).Rows(_ten, _thousand), "## A month's bill");
    }

    [Fact]
    public void A_page_takes_at_most_twenty_calls() => Assert.InRange(counted.Readers.Single(deed => deed.Name == "page around an article").Calls.Count, 1, 20);

    /// <summary>Compares the first table under a heading, whose first two lines are its head.</summary>
    internal static void Equal(IEnumerable<string> rows, string heading)
    {
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "cost.md"));
        var table = document.Split(heading)[1].Split('\n')
            .SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|')).Skip(2);
        Assert.True(rows.SequenceEqual(table), $"docs/cost.md, {heading}: the code says\n{string.Join('\n', rows)}");
    }

    /// <summary>All deeds, done once.</summary>
    public sealed class Counted : IAsyncLifetime
    {
        private readonly FakeTimeProvider _time = new();

        public List<Deed> Newsroom { get; } = [];

        public List<Deed> Readers { get; } = [];

        public double ArticleBytes { get; private set; }

        public async ValueTask InitializeAsync()
        {
            await using var site = new CountedSite(new MemoryStore(_time), _time);
            var life = new ArticleLife(site, _time, Pass);
            await life.Fill();
            ArticleBytes = (double)site.Store.Stored / ArticleLife.Articles;
            Newsroom.AddRange(await life.Live());
            Readers.AddRange(await new PageReads(site).Read(ArticleLife.NewSlug));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private Task Pass(TimeSpan time)
        {
            _time.Advance(time);
            return Task.CompletedTask;
        }
    }
}
