using Microsoft.Extensions.Time.Testing;
using News.Domain;
using News.Domain.Site;
using News.Functions.Authors;
using News.Functions.Storage;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Storage;

/// <summary>A name belongs to one author, however close together two are written; bylines go by names.</summary>
public class AuthorBookTests
{
    private const int Races = 200;
    private const string Name = "Minh Hạ";
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Two_authors_written_at_once_under_one_name_do_not_both_get_it()
    {
        for (var seed = 0; seed < Races; seed++)
        {
            var store = new MemoryStore(_time);
            await new Interleaving(store, seed, 0).Run(Put("minh-ha", Name), Put("ha-minh", Name.ToUpperInvariant()));
            Assert.Single((await new Desk(store, _time).Site.Directory(default)).Authors);
        }
    }

    [Fact]
    public async Task Author_renamed_to_a_name_that_a_byline_just_makes_does_not_get_it_too()
    {
        for (var seed = 0; seed < Races; seed++)
        {
            var store = new MemoryStore(_time);
            var desk = new Desk(store, _time);
            await Put("an-khe", "An Khê")(store);
            await new Interleaving(store, seed, 0).Run(
                Put("an-khe", Name, new Precondition.Match("\"1\"")),
                process => new Desk(process, _time).Authors.KeysOf([Name], new([], []), default));
            Assert.Single((await desk.Site.Directory(default)).Authors, author => author.IsNamed(Name));
        }
    }

    [Fact]
    public async Task Former_name_stays_its_authors_and_may_be_taken_up_again()
    {
        var store = new MemoryStore(_time);
        var desk = new Desk(store, _time);
        await Put("an-khe", "An Khê")(store);
        await Put("an-khe", Name, new Precondition.Match("\"1\""))(store);
        await Assert.ThrowsAsync<Failure>(() => Put("khac", "An Khê")(store));
        await Put("an-khe", "An Khê", new Precondition.Match("\"2\""))(store);
        Assert.Equal(["an-khe"], await desk.Authors.KeysOf(["an khê", Name], await desk.Site.Directory(default), default));
    }

    [Fact]
    public async Task Author_has_at_most_20_names()
    {
        var store = new MemoryStore(_time);
        await Put("an-khe", "Tên 1")(store);
        for (var n = 1; n < AuthorLimits.Names; n++)
            await Put("an-khe", $"Tên {n + 1}", new Precondition.Match($"\"{n}\""))(store);
        var last = new Precondition.Match($"\"{AuthorLimits.Names}\"");
        Assert.Equal(FailureCode.Conflict, (await Assert.ThrowsAsync<Failure>(() => Put("an-khe", "Tên 21", last)(store))).Code);
        await Put("an-khe", "Tên 7", last)(store);
    }

    private Func<IDocumentStore, Task> Put(string slug, string name, Precondition? precondition = null) => store =>
        new Desk(store, _time).Authors.Put(slug, precondition ?? new Precondition.Create(), new AuthorRequest(name).Check(slug).Apply, default);
}
