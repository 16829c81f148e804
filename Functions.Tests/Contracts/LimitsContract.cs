using System.Text;
using News.Functions.Storage;
using News.Functions.Storage.Faults;
using Xunit;

namespace News.Functions.Tests.Contracts;

/// <summary>Every engine takes and refuses the same keys and sizes.</summary>
public abstract class LimitsContract(StoreEngine engine) : StoreContract(engine)
{
    public static readonly TheoryData<string> GoodKeys =
        ["a", "-", "_", ":", "...", "article:0198-abc_DEF.9", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789", new string('x', 200)];

    public static readonly TheoryData<string> BadKeys =
        ["", ".", "..", " ", "a b", "a/b", "a\\b", "a?b", "a#b", "a~", "a;", "a%20", "a\n", "a\0", "é", "đ", "a'", "\"a\"", new string('x', 256)];

    public sealed class OnCosmos() : LimitsContract(new CosmosEngine());

    public sealed class OnMemory() : LimitsContract(new MemoryEngine());

    public sealed class OnSqlite() : LimitsContract(new SqliteEngine());

    [Theory]
    [MemberData(nameof(GoodKeys))]
    public async Task Good_keys_are_taken_everywhere(string key)
    {
        var pk = Partition(key);
        Assert.IsType<CommitResult.Done>(await Store.Commit(pk, [Put(key, "1")], Ct));
        Assert.NotNull(await Store.Read(pk, key, Ct));
        Assert.Equal([key], Ids(await Store.Page(pk, new(), Ct)));
        Assert.Empty((await Store.Page(pk, new(From: key), Ct)).Items);
        Assert.Empty((await Store.Page(pk, new(To: key), Ct)).Items);
    }

    [Fact]
    public async Task Keys_of_255_characters_are_told_apart_by_the_last()
    {
        var (one, two) = (Partition("").PadRight(254, 'p') + "1", Partition("").PadRight(254, 'p') + "2");
        var id = new string('x', 254);
        await Store.Commit(one, [Put(id + "1", "1"), Put(id + "2", "2")], Ct);
        Assert.Equal([id + "1", id + "2"], Ids(await Store.Page(one, new(), Ct)));
        Assert.Equal(Utf8("2"), (await Store.Read(one, id + "2", Ct))!.Body.ToArray());
        Assert.Empty((await Store.Page(two, new(), Ct)).Items);
    }

    [Theory]
    [MemberData(nameof(BadKeys))]
    public async Task Bad_keys_are_refused_everywhere(string key)
    {
        await Throws<ArgumentException>(() => Store.Read(key, "a", Ct));
        await Throws<ArgumentException>(() => Store.Read(Pk, key, Ct));
        await Throws<ArgumentException>(() => Store.Commit(key, [Put("a")], Ct));
        await Throws<ArgumentException>(() => Store.Commit(Pk, [Put("a"), Put(key)], Ct));
        await Throws<ArgumentException>(() => Store.Commit(Pk, [Put("a"), Change.Delete(key)], Ct));
        await Throws<ArgumentException>(() => Store.Page(key, new(), Ct));
        await Throws<ArgumentException>(() => Store.Page(Pk, new(From: key), Ct));
        await Throws<ArgumentException>(() => Store.Page(Pk, new(To: key), Ct));
        Assert.Null(await Read("a"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(100)]
    public async Task Commit_takes_up_to_a_hundred_changes(int count)
    {
        var etags = await Done([.. Enumerable.Range(0, count).Select(n => Put($"n{n:D3}"))]);
        Assert.Equal(count, etags.Distinct().Count());
        Assert.Equal(count, (await Page()).Items.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task Commit_of_no_or_too_many_changes_is_refused(int count)
    {
        await Throws<ArgumentException>(() => Commit([.. Enumerable.Range(0, count).Select(n => Put($"n{n:D3}"))]));
        Assert.Empty((await Page()).Items);
    }

    [Fact]
    public async Task Commit_changes_an_id_once()
    {
        await Throws<ArgumentException>(() => Commit(Put("a", "1"), Put("b", "1"), Put("a", "2")));
        await Throws<ArgumentException>(() => Commit(Change.Delete("a"), Put("a", "1", Expectation.Absent)));
        Assert.Empty((await Page()).Items);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task Commit_takes_exactly_its_bytes(int count)
    {
        var size = StoreLimits.CommitBytes / count;
        await Done([.. Enumerable.Range(0, count).Select(n => Change.Put($"n{n:D3}", Big(size, n)))]);
        for (var n = 0; n < count; n += 33)
            Same(Encoding.UTF8.GetString(Big(size, n)), (await Read($"n{n:D3}"))!.Body);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task Commit_of_one_byte_more_is_too_large(int count)
    {
        var size = StoreLimits.CommitBytes / count;
        var changes = Enumerable.Range(0, count).Select(n => Change.Put($"n{n:D3}", Big(n == 0 ? size + 1 : size, n)));
        await Throws<CommitTooLargeException>(() => Commit([.. changes]));
        Assert.Empty((await Page()).Items);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    [InlineData(int.MaxValue)]
    public async Task Page_of_no_or_too_many_documents_is_refused(int take) => await Throws<ArgumentException>(() => Page(take: take));

    // A JSON text, since an engine may parse it, with letters of more than one byte.
    private static byte[] Big(int size, int seed)
    {
        var letters = new string((char)('a' + (seed % 26)), size);
        var start = Utf8($$"""{"n":{{seed}},"text":"Đà Nẵng{{letters}}""").AsSpan(0, size - 2);
        return [.. start, (byte)'"', (byte)'}'];
    }

    private static Task<T> Throws<T>(Func<ValueTask<CommitResult>> call) where T : Exception =>
        Assert.ThrowsAsync<T>(async () => await call());

    private static Task<T> Throws<T>(Func<ValueTask<Document?>> call) where T : Exception =>
        Assert.ThrowsAsync<T>(async () => await call());

    private static Task<T> Throws<T>(Func<ValueTask<DocumentPage>> call) where T : Exception =>
        Assert.ThrowsAsync<T>(async () => await call());
}
