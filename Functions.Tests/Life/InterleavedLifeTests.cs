using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using News.Domain;
using News.Domain.Articles;
using News.Domain.Projection;
using News.Functions.Storage;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Faults;
using News.Functions.Tests.Storage;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Life;

/// <summary>
/// Several operations at once on the same few articles and slugs, each commit a step of its own, with crashes in between: nothing
/// acknowledged is lost, no slug has two articles, and after repair every list says what the heads say.
/// </summary>
public class InterleavedLifeTests
{
    private static readonly int _histories = Repository.Soak ? 100_000 : 4_000;
    private static readonly Precondition.Exists _there = new();

    [Fact]
    public async Task No_interleaving_of_operations_leaves_anything_wrong_after_repair()
    {
        var (wrong, done) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        await Parallel.ForAsync(0, _histories, async (seed, _) =>
        {
            if (await new History(seed, done).Run() is { } fault)
                wrong.Add($"seed {seed}: {fault}");
        });
        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {_histories} went wrong, the shortest so:\n{wrong.MinBy(fault => fault.Length)}");
        var often = done.CountBy(name => name).Where(pair => pair.Value >= _histories / 400).Select(pair => pair.Key);
        Assert.Superset(Enumerable.Range(0, History.Kinds).Select(kind => History.Name(kind)).ToHashSet(), often.ToHashSet());
    }

    private sealed class History
    {
        private static readonly string[] _names =
            ["save", "create", "publish", "schedule", "cancel", "rename", "withdraw", "delete", "restore", "autosave", "timer", "rebuild", "repair"];

        private static readonly string[] _slugs = ["bai-mot", "bai-hai", "bai-ba"];

        private readonly FakeTimeProvider _time = new();
        private readonly List<(string Editor, string Action, ArticleHead Head)> _acknowledged = [];
        private readonly ConcurrentBag<string> _done;
        private readonly MemoryStore _store;
        private readonly Random _random;
        private readonly int _seed;
        private int _editors;

        public History(int seed, ConcurrentBag<string> done) => (_seed, _done, _random, _store) = (seed, done, new(seed), new(_time));

        public static int Kinds => _names.Length;

        public static string Name(int kind) => _names[kind];

        /// <summary>Null when all was right.</summary>
        public async Task<string?> Run()
        {
            var desk = new Desk(_store, _time);
            await desk.Site.PutSection(new("moi-truong", "Môi trường", 1, 0), new Precondition.Create(), default);
            await Operation(1, _slugs[0])(_store);
            for (var left = _random.Next(5); left > 0; left--)
                await Operation(_random.Next(Kinds - 2))(_store);
            var operations = Enumerable.Range(0, _random.Next(2, 5)).Select(_ => Operation(_random.Next(Kinds))).ToArray();
            await new Interleaving(_store, _seed, _random.Next(3) * 0.02).Run(operations);
            await desk.Repair.Run(null, default);
            var faults = (await DerivedDocuments.Differences(_store)).Concat(TwiceTaken()).Concat(await Lost(desk.Reader));
            return faults.FirstOrDefault();
        }

        /// <summary>One operation on a slug, decided now; who does it is nobody else.</summary>
        private Func<IDocumentStore, Task> Operation(int kind, string? slug = null)
        {
            var (editor, version, at) = ($"{_editors++}", _random.Next(1, 4), TimeSpan.FromMinutes(_random.Next(1, 6)));
            var (other, draft) = (Any(), Sample.Draft($"Bài {editor}") with { Tags = [$"thẻ {_random.Next(3)}"] });
            var name = slug ?? Any();
            return store => Survive(async () =>
            {
                _time.Advance(TimeSpan.FromMilliseconds(1));
                var desk = new Desk(store, _time);
                var articles = desk.Articles;
                var action = _names[kind];
                var head = action switch
                {
                    "save" => (await articles.Save(name, draft, _there, editor, default)).Head,
                    "create" => (await articles.Save(name, draft, new Precondition.Create(), editor, default)).Head,
                    "publish" => await articles.Publish(name, "Đã sửa.", _there, editor, default),
                    "schedule" => await Change(there => there.Schedule(_time.GetUtcNow() + at, _time.GetUtcNow())),
                    "cancel" => await Change(there => there.CancelSchedule(_time.GetUtcNow())),
                    "rename" => await articles.Rename(name, other, _there, editor, default),
                    "withdraw" => await Change(there => there.Withdraw("Sai.", _time.GetUtcNow())),
                    "delete" => await Change(there => there.Delete(_time.GetUtcNow())),
                    "restore" => await articles.Restore(name, version, _there, editor, default),
                    "autosave" => (await articles.Save(name, draft, _there, editor, default, true)).Head,
                    "timer" => await Nobody(LifeSteps.Due(store, desk, _time)),
                    "rebuild" => await Nobody(Rebuild(store, desk.Rebuild)),
                    _ => await Nobody(RepairWhatIsOld(desk.Repair)),
                };
                _done.Add(action);
                if (head is not null)
                    _acknowledged.Add((editor, action, head));

                Task<ArticleHead> Change(Func<ArticleHead, ArticleHead> step) => articles.Change(name, step, action, _there, editor, default);
            });
        }

        private string Any() => _slugs[_random.Next(_slugs.Length)];

        private static async Task<ArticleHead?> Nobody(Task operation)
        {
            await operation;
            return null;
        }

        /// <summary>One article after the other: a history has one thread.</summary>
        private static async Task Rebuild(IDocumentStore store, Rebuild rebuild)
        {
            foreach (var article in (await store.Page(WantedDocuments.Catalog, new(), default)).Items)
                await rebuild.Article(article.Id, default);
            foreach (var list in await rebuild.Lists(default))
                await rebuild.RemoveOrphans(list, default);
        }

        /// <summary>So much later that every write before it has ended or was given up.</summary>
        private Task<int> RepairWhatIsOld(Repair repair)
        {
            _time.Advance(Repair.MinimumAge + TimeSpan.FromSeconds(1));
            return repair.Run(Repair.MinimumAge, default);
        }

        /// <summary>A refusal is an answer, and a write that was given up promises nothing.</summary>
        private static async Task Survive(Func<Task> operation)
        {
            try
            {
                await operation();
            }
            catch (Exception fault) when (fault is Failure or CrashException or CommitUnknownException or StoreUnavailableException)
            {
            }
        }

        private IEnumerable<string> TwiceTaken() => DerivedDocuments.Heads(_store).SelectMany(head => head.Slugs)
            .GroupBy(slug => slug).Where(group => group.Count() > 1).Select(group => $"two articles have {group.Key}");

        /// <summary>What an editor was told stands in the log of its version, unless the article was deleted afterwards.</summary>
        private async Task<List<string>> Lost(ArticleReader reader)
        {
            List<string> lost = [];
            foreach (var (editor, action, told) in _acknowledged)
            {
                if (await reader.Head(told.Id, default) is not null && (await reader.Log(told.Id, told.Version, default))?.By != editor)
                    lost.Add($"{action} by {editor} is not version {told.Version}");
            }

            return lost;
        }
    }
}
