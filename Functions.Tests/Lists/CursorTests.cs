using System.Buffers.Text;
using System.Text;
using FsCheck.Xunit;
using News.Domain;
using News.Domain.Lists;
using Xunit;

namespace News.Functions.Tests.Lists;

public class CursorTests
{
    [Property]
    public bool Parse_gives_back_what_After_took(uint list, uint id) =>
        Cursor.Parse(Cursor.After($"feed:{list}", $"id-{id}"), $"feed:{list}") == $"id-{id}";

    [Property]
    public bool Parse_of_anything_else_is_a_named_fault(string? text)
    {
        try
        {
            return Cursor.Parse(text, "feed:latest") is null && text is null;
        }
        catch (Failure failure)
        {
            return failure.Code == FailureCode.Invalid && failure.Errors!.ContainsKey("cursor");
        }
    }

    [Fact]
    public void Parse_of_another_list_says_so()
    {
        var failure = Assert.Throws<Failure>(() => Cursor.Parse(Cursor.After("feed:latest", "x"), "feed:section:suc-khoe"));
        Assert.Contains("another list", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2\nfeed:latest\nx")]
    [InlineData("1\nfeed:latest\n")]
    [InlineData("1\nfeed:latest\nx\ny")]
    [InlineData("1\nfeed:latest\n~~~~")]
    [InlineData("1\nfeed:latest")]
    public void Parse_is_strict(string inner)
    {
        var cursor = Base64Url.EncodeToString(Encoding.ASCII.GetBytes(inner));
        Assert.Throws<Failure>(() => Cursor.Parse(cursor, "feed:latest"));
    }

    [Fact]
    public void Parse_refuses_padding_and_other_spellings_of_the_same_bytes()
    {
        var cursor = Cursor.After("feed:latest", "x");
        Assert.Throws<Failure>(() => Cursor.Parse(cursor + "=", "feed:latest"));
        Assert.Throws<Failure>(() => Cursor.Parse(cursor + " ", "feed:latest"));
    }
}
