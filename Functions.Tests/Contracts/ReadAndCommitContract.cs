using News.Functions.Storage;
using Xunit;

namespace News.Functions.Tests.Contracts;

/// <summary>What is written is read back, byte for byte, and an ETag marks one write.</summary>
public abstract class ReadAndCommitContract(StoreEngine engine) : StoreContract(engine)
{
    public sealed class OnCosmos() : ReadAndCommitContract(new CosmosEngine());

    public sealed class OnMemory() : ReadAndCommitContract(new MemoryEngine());

    public sealed class OnSqlite() : ReadAndCommitContract(new SqliteEngine());

    [Fact]
    public async Task Read_of_nothing_is_null() => Assert.Null(await Read("none"));

    [Fact]
    public async Task Read_finds_what_was_put()
    {
        var etag = await Written(Put("a", """{"n":1}"""));
        var found = await Read("a");
        Assert.NotNull(found);
        Assert.Equal(("a", etag), (found.Id, found.ETag));
        Assert.Equal("""{"n":1}""", await Body("a"));
    }

    [Theory]
    [InlineData("""{"title":"Đường sắt Bắc – Nam: “Khởi công” năm 2026"}""")]
    [InlineData("""{"title":"Nguyễn Thị Ánh Tuyết, quận Gò Vấp, Huế, Đắk Lắk"}""")]
    [InlineData("""{"title":"Ti\u0065\u0302\u0301ng Việt tổ hợp: tiếng Việt"}""")]
    [InlineData("""{"title":"👩‍🌾🇻🇳 𝒳 \u0000 \" \\ \n"}""")]
    [InlineData("{ \"b\" : 1,\r\n\t\"a\" : [ 1.0, 1e3, -0, 12345678901234567890 ] , \"empty\":\"\",\"none\":null}")]
    public async Task Body_comes_back_byte_for_byte(string body)
    {
        await Done(Put("a", body));
        var page = await Page();
        Same(body, (await Read("a"))!.Body);
        Same(body, Assert.Single(page.Items).Body);
    }

    [Fact]
    public async Task Put_replaces_the_whole_document()
    {
        await Done(Put("a", """{"old":true,"more":"words"}"""));
        await Done(Put("a", """{"new":true}"""));
        Assert.Equal("""{"new":true}""", await Body("a"));
    }

    [Fact]
    public async Task Delete_removes_the_document()
    {
        await Done(Put("a"), Put("b"));
        await Done(Change.Delete("a"));
        Assert.Null(await Read("a"));
        Assert.NotNull(await Read("b"));
    }

    [Fact]
    public async Task Commit_may_put_replace_and_delete_together()
    {
        await Done(Put("old", "1"), Put("gone", "1"));
        await Done(Put("new", "2"), Put("old", "2"), Change.Delete("gone"), Change.Delete("never"));
        Assert.Equal(["2", "2", null], [await Body("new"), await Body("old"), await Body("gone")]);
    }

    [Fact]
    public async Task Commit_answers_an_ETag_per_change_and_null_for_a_delete()
    {
        await Done(Put("b"));
        var etags = await Done(Put("c"), Change.Delete("b"), Put("a"));
        Assert.Equal([(await Read("c"))!.ETag, null, (await Read("a"))!.ETag], etags);
    }

    [Fact]
    public async Task ETag_is_another_after_every_write_even_of_the_same_body()
    {
        var etags = new HashSet<string>();
        for (var write = 0; write < 20; write++)
            Assert.True(etags.Add(await Written(Put("a", "1"))));
    }

    [Fact]
    public async Task ETag_is_another_after_delete_and_creation()
    {
        var first = await Written(Put("a", "1"));
        await Done(Change.Delete("a"));
        Assert.NotEqual(first, await Written(Put("a", "1")));
        await Refused(0, Refusal.Changed, Put("a", "2", Expectation.Match(first)));
    }

    [Fact]
    public async Task ETag_stays_while_nothing_is_written()
    {
        var etag = await Written(Put("a"));
        await Done(Put("b"));
        Assert.Equal([etag, etag], [(await Read("a"))!.ETag, (await Page()).Items[0].ETag]);
    }

    [Fact]
    public async Task Partitions_do_not_see_each_other()
    {
        await Done(Put("a", "1"));
        var other = Partition("there");
        Assert.Null(await Store.Read(other, "a", Ct));
        Assert.Empty((await Store.Page(other, new(), Ct)).Items);
        await Store.Commit(other, [Put("a", "2", Expectation.Absent), Change.Delete("b")], Ct);
        await Store.Commit(other, [Change.Delete("a")], Ct);
        Assert.Equal("1", await Body("a"));
    }

    [Fact]
    public async Task Keys_tell_case_apart()
    {
        await Done(Put("Slug", "1"), Put("slug", "2"));
        Assert.Equal(["1", "2", null], [await Body("Slug"), await Body("slug"), await Body("SLUG")]);
    }
}
