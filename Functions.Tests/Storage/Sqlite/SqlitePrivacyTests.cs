using News.Functions.Storage;
using News.Functions.Storage.Sqlite;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Storage.Sqlite;

/// <summary>Drafts are nobody's business but the newsroom's: other users of the machine cannot read the files.</summary>
public sealed class SqlitePrivacyTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Open = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const string NoModes = "Windows has no file modes.";

    private readonly TemporaryFolder _folder = new();

    private string DataFolder => _folder.File("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task New_folder_and_every_file_in_it_are_the_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoModes);
        await using var store = await Used();
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, ModeOf(DataFolder));
        Assert.Equal(3, Directory.GetFiles(DataFolder).Length);
        Assert.All(Directory.GetFiles(DataFolder), file => Assert.Equal(OwnerOnly, ModeOf(file)));
    }

    [Fact]
    public async Task Files_that_an_earlier_version_left_open_are_tightened_and_read_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), NoModes);
        await using (var first = await Used())
        {
            foreach (var file in Directory.GetFiles(DataFolder))
                Loosen(file);
        }

        await using var store = await Used();
        Assert.All(Directory.GetFiles(DataFolder), file => Assert.Equal(OwnerOnly, ModeOf(file)));
        Assert.NotNull(await store.Read("a", "first", TestContext.Current.CancellationToken));
    }

    private static UnixFileMode? ModeOf(string path) => OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path);

    private static void Loosen(string file)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, Open);
    }

    private async Task<SqliteDocumentStore> Used()
    {
        var store = new SqliteDocumentStore(new(Path.Combine(DataFolder, "news.db")), TimeProvider.System);
        await store.Commit("a", [Change.Put("first", "1"u8.ToArray())], TestContext.Current.CancellationToken);
        return store;
    }
}
