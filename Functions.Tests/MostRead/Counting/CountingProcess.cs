using Microsoft.Extensions.Logging.Abstractions;
using News.Domain.MostRead;
using News.Functions.MostRead.Counting;
using News.Functions.Storage;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Faults;
using News.Functions.Storage.MostRead;
using News.Functions.Storage.Views;

namespace News.Functions.Tests.MostRead.Counting;

/// <summary>The timer's side as one process has it: all it remembers is gone with it.</summary>
public sealed class CountingProcess : IDisposable
{
    private readonly Recount _recount;

    public CountingProcess(IDocumentStore store, TimeProvider time)
    {
        var patience = new Patience(time);
        Lists = new(store, patience);
        Charts = new(store, patience);
        var tallies = new DayTallies(store, patience);
        _recount = new(
            new ViewLog(store, NullLogger<ViewLog>.Instance),
            new HourSketches(store, patience, NullLogger<HourSketches>.Instance),
            tallies,
            Charts,
            new CountProgress(store),
            new ListMaker(Lists, tallies, new KnownArticles(new ArticleReader(store))),
            time);
    }

    public MostReadLists Lists { get; }

    public ReaderCharts Charts { get; }

    /// <summary>One run of the timer.</summary>
    public Task Run() => _recount.Run(default);

    /// <summary>The ids of a list and their readers, in order.</summary>
    public async Task<IReadOnlyList<(UInt128 Article, int Readers)>> List(Window window, string? section = null) =>
        await Lists.Read(window, section, default) is { } list ? [.. list.Items.Select(item => (ArticleNumber.Of(item.Id), item.Readers))] : [];

    public void Dispose() => _recount.Dispose();
}
