using System.Net;
using News.Functions.LocalHost.Keys;
using Xunit;

namespace News.Functions.Tests.LocalHost;

/// <summary>The key file, and who gets past it.</summary>
public sealed class NewsroomKeyTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _folder = Directory.CreateDirectory(ToySite.NewFolder()).FullName;

    private string KeyFile => Path.Combine(_folder, "newsroom-key");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_key_is_made_once_for_its_owner_alone()
    {
        var first = NewsroomKey.In(_folder).Text;
        Assert.Equal(43, first.Length);
        Assert.Equal(first, NewsroomKey.In(_folder).Text);
        if (!OperatingSystem.IsWindows()) Assert.Equal(OwnerOnly, File.GetUnixFileMode(KeyFile));
    }

    [Fact]
    public void A_file_that_others_can_read_is_tightened()
    {
        File.WriteAllText(KeyFile, "by-hand\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(KeyFile, OwnerOnly | UnixFileMode.OtherRead | UnixFileMode.GroupRead);
        Assert.Equal("by-hand", NewsroomKey.In(_folder).Text);
        if (!OperatingSystem.IsWindows()) Assert.Equal(OwnerOnly, File.GetUnixFileMode(KeyFile));
    }

    [Fact]
    public void An_empty_file_is_refused_because_no_key_would_open()
    {
        File.WriteAllText(KeyFile, "\n");
        Assert.Contains("is empty", Assert.Throws<StartRefusedException>(() => NewsroomKey.In(_folder)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT", null, null, false)]
    [InlineData("PUT", "right", null, true)]
    [InlineData("PUT", null, "right", true)]
    [InlineData("PUT", "right", "wrong", true)]
    [InlineData("PUT", "wrong", "right", false)]
    [InlineData("PUT", "", "right", false)]
    [InlineData("PUT", null, "", false)]
    [InlineData("DELETE", null, null, false)]
    [InlineData("DELETE", "right", null, true)]
    public async Task The_header_decides_before_the_query(string method, string? header, string? code, bool opens)
    {
        await using var site = await ToySite.Start();
        var query = code is null ? "" : $"?code={code.Replace("right", site.Key, StringComparison.Ordinal)}";
        using var answer = await site.Send(method, "/toys/bear" + query, header?.Replace("right", site.Key, StringComparison.Ordinal));
        Assert.Equal(opens ? HttpStatusCode.NoContent : HttpStatusCode.Unauthorized, answer.StatusCode);
        if (opens) return;
        Assert.Equal(0, answer.Content.Headers.ContentLength);
        Assert.Empty(answer.Headers.WwwAuthenticate);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Empty(site.Visits.Notes);
    }
}
