using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using News.Domain;
using News.Domain.Articles;
using News.Functions.Tests.Storage;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Life;

/// <summary>Random lives of a few articles, with crashes between any two commits: after each step a stranger sees what the model says.</summary>
public class LifeModelTests
{
    private static readonly int _sequences = Repository.Soak ? 20_000 : 2_000;

    private static readonly string[] _names =
        ["create", "save", "publish", "correct", "schedule", "cancel", "rename", "withdraw", "delete", "restore", "autosave", "timer", "section", "Repair"];

    [Fact]
    public async Task Strangers_see_what_the_model_says_after_every_step()
    {
        var (wrong, ends) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        await Parallel.ForAsync(0, _sequences, async (seed, _) =>
        {
            if (await new History(seed, ends).Run() is { } fault)
                wrong.Add(fault);
        });
        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {_sequences} went wrong, the shortest so:\n{wrong.MinBy(fault => fault.Length)}");
        var often = ends.CountBy(end => end).Where(pair => pair.Value >= _sequences / 100).Select(pair => pair.Key);
        Assert.Superset(_names.Select(name => $"{name} {End.Accepted}").Append($"create {End.Refused}").ToHashSet(), often.ToHashSet());
    }

    private enum End
    {
        Accepted,
        Refused,
        Crashed,
    }

    /// <summary>Which lines an unrepaired article may still show, and which it must.</summary>
    private sealed record Loose(HashSet<string> May, HashSet<string> Must);

    private sealed class History
    {
        private readonly FakeTimeProvider _time = new();
        private readonly Dictionary<string, Loose> _loose = [];
        private readonly HashSet<string> _disputed = [];
        private readonly HashSet<string> _ids = [];
        private readonly List<string> _told = [];
        private readonly int _seed;
        private readonly Random _random;
        private readonly ConcurrentBag<string> _ends;
        private readonly MemoryStore _store;
        private readonly Desk _desk;
        private ReferenceModel _model = new([]);
        private bool _undone;

        public History(int seed, ConcurrentBag<string> ends)
        {
            (_seed, _random, _ends, _store) = (seed, new(seed), ends, new(_time));
            _desk = new(_store, _time);
        }

        /// <summary>Null when all was right.</summary>
        public async Task<string?> Run()
        {
            await _desk.Site.PutSection(new("moi-truong", "Môi trường", 1, 0), new Precondition.Create(), default);
            await _desk.Site.PutSection(new("the-thao", "Thể thao", 2, 0), new Precondition.Create(), default);
            foreach (var asset in Sample.Assets)
                await _desk.Assets.Add(Sample.Picture(asset), null, default);
            _model = _model with { Sections = _model.Sections.Add("moi-truong", "Môi trường").Add("the-thao", "Thể thao") };
            var steps = new LifeSteps(_random, _time);
            string? fault = null;
            for (var left = _random.Next(8, 16); left > 0 && fault is null; left--)
                fault = await Take(_undone && _random.Next(3) == 0 ? LifeSteps.Repair : steps.Next(_model), _random.Next(3) == 0 ? _random.Next(1, 24) : int.MaxValue);
            fault ??= await Take(LifeSteps.Repair, int.MaxValue);
            return fault is null ? null : $"seed {_seed}: {string.Join(", ", _told)}: {fault}";
        }

        /// <summary>One step, and what is to be seen after it.</summary>
        private async Task<string?> Take(LifeSteps.Step step, int crashAt)
        {
            var (before, expected) = (_model, step.Expected(_model));
            var end = await Do(step, crashAt);
            _told.Add($"{step.Name} {string.Join(" to ", step.Slugs)} {end}");
            _ends.Add($"{step.Name} {end}");
            if (end == End.Accepted && expected is null)
                return "was not refused";
            if (end == End.Refused && expected is not null && !step.Slugs.Any(_disputed.Contains))
                return "was refused";
            var after = end == End.Refused ? before : await Named(expected ?? before);
            if (await Settle(before, after, end, step) is { } fault)
                return fault;
            return Difference(await new Stranger(_store).Sees(LifeSteps.Slugs, _ids));
        }

        private async Task<End> Do(LifeSteps.Step step, int crashAt)
        {
            var store = new BreakingStore(_store, crashAt, BreakingStore.Breakage.Dies);
            try
            {
                await step.Run(store, new(store, _time));
                return End.Accepted;
            }
            catch (Failure failure) when (failure.Code != FailureCode.Unavailable)
            {
                return End.Refused;
            }
            catch (CrashException)
            {
                return End.Crashed;
            }
        }

        /// <summary>The id of a new article, which only the store knows.</summary>
        private async Task<ReferenceModel> Named(ReferenceModel model)
        {
            if (model.Articles.Find(article => article.Id == "") is not { } created)
                return model;
            var id = (await _desk.Reader.Slug(created.Slug, default))?.ArticleId;
            if (id is null || model.Articles.Exists(article => article.Id == id))
                return model.With(model.Articles.Remove(created));
            _ids.Add(id);
            return model.With(model.Articles.Replace(created, created with { Id = id }));
        }

        /// <summary>Where the process crashed, each article's head says whether the operation happened; otherwise it must have.</summary>
        private async Task<string?> Settle(ReferenceModel before, ReferenceModel after, End end, LifeSteps.Step step)
        {
            _model = (end == End.Crashed ? before : after).With([]);
            foreach (var id in before.Articles.Concat(after.Articles).Select(article => article.Id).Distinct())
            {
                var (old, next) = (before.Articles.Find(article => article.Id == id), after.Articles.Find(article => article.Id == id));
                var head = (await _desk.Reader.Head(id, default))?.Head;
                var version = head is null or { State: ArticleState.Deleted } ? null : (int?)head.Version;
                var mayBeOld = end == End.Crashed || (step.Name == "timer" && _loose.ContainsKey(id));
                if (version != next?.Version && !(mayBeOld && version == old?.Version))
                    return $"article {id} has version {version}, not {next?.Version}";
                var now = version == next?.Version ? next : old;
                if (now is not null)
                    _model = _model.With(_model.Articles.Add(now));
                if (!ReferenceEquals(old, next) && now == next)
                    Loosen(id, old, next, end);
            }

            Note(end, step, before, after);
            return null;
        }

        /// <summary>Until repair, each document of a crashed write shows the state before or after; a finished write shows everything.</summary>
        private void Loosen(string id, ReferenceModel.Article? old, ReferenceModel.Article? next, End end)
        {
            if (end != End.Crashed)
            {
                _loose.Remove(id);
                return;
            }

            HashSet<string> was = old is null ? [] : [.. ReferenceModel.Seen(old)];
            HashSet<string> becomes = next is null ? [] : [.. ReferenceModel.Seen(next)];
            var earlier = _loose.GetValueOrDefault(id) ?? new(was, was);
            _loose[id] = new([.. earlier.May, .. becomes], [.. earlier.Must.Intersect(becomes)]);
        }

        /// <summary>A crashed process may hold slugs until repair; they may be refused to others so long.</summary>
        private void Note(End end, LifeSteps.Step step, ReferenceModel before, ReferenceModel after)
        {
            if (end == End.Crashed)
            {
                _undone = true;
                _disputed.UnionWith([.. step.Slugs, .. before.Articles.Except(after.Articles).SelectMany(article => article.Slugs)]);
            }
            else if (step == LifeSteps.Repair)
            {
                _undone = false;
                _disputed.Clear();
                _loose.Clear();
            }
        }

        private string? Difference(List<string> seen)
        {
            var due = _model.Articles.SelectMany(article => ReferenceModel.Seen(article).Where(line => IsCertain(article.Id, line)));
            var allowed = _model.Articles.SelectMany(ReferenceModel.Seen).Concat(_loose.Values.SelectMany(loose => loose.May)).ToHashSet();
            var names = _model.Sections.Select(pair => $"section {pair.Key} is called {pair.Value}").ToList();
            allowed.UnionWith(names);
            return due.Concat(names).Except(seen).Select(line => $"missing: {line}")
                .Concat(seen.Where(line => !allowed.Contains(line)).Select(line => $"seen: {line}"))
                .Concat(seen.GroupBy(line => line).Where(group => group.Count() > 1).Select(group => $"twice: {group.Key}"))
                .FirstOrDefault();
        }

        private bool IsCertain(string id, string line) => !_loose.TryGetValue(id, out var loose) || loose.Must.Contains(line);
    }
}
