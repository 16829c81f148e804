using System.Security.Cryptography;
using News.Domain.Media;
using Xunit;

namespace News.Functions.Tests.Media;

public class AssetIdTests
{
    /// <summary>The letters are those of <c>printf … | openssl dgst -sha256 -binary | base32</c>, cut and in lower case.</summary>
    [Theory]
    [InlineData("", "4oymiquy7qobjgx36tejs35zeq")]
    [InlineData("abc", "xj4bnp4pahh6uqkbidpf3lrceo")]
    public void Id_is_the_beginning_of_the_hash_in_base32(string content, string id)
    {
        Assert.Equal(id, AssetId.Of(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(content))));
        Assert.True(AssetId.IsValid(id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("4oymiquy7qobjgx36tejs35ze")]
    [InlineData("4OYMIQUY7QOBJGX36TEJS35ZEQ")]
    [InlineData("4oymiquy7qobjgx36tejs35ze1")]
    [InlineData("../ymiquy7qobjgx36tejs35ze")]
    public void Anything_else_is_no_id(string id) => Assert.False(AssetId.IsValid(id));
}
