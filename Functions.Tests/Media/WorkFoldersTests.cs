using News.Functions.Media.Processing;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Media;

/// <summary>Folders that files are worked on in, shared by every process of a machine.</summary>
public sealed class WorkFoldersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Root => _folder.File("news-media");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_dead_process_left_is_removed_and_what_a_living_one_works_on_stays()
    {
        using var living = new WorkFolders(Root);
        using var work = living.New();
        File.WriteAllText(work.Original, "film");
        var dead = Directory.CreateDirectory(Path.Combine(Root, "dead")).FullName;
        File.WriteAllText(Path.Combine(dead, "original"), "film");
        File.WriteAllText(dead + ".lock", "");
        using var next = new WorkFolders(Root);
        Assert.False(Directory.Exists(dead));
        Assert.True(File.Exists(work.Original));
    }

    [Fact]
    public void Many_that_start_at_once_leave_each_other_alone()
    {
        const int Processes = 16;
        Parallel.For(0, Processes * Processes, new ParallelOptions { MaxDegreeOfParallelism = Processes }, _ =>
        {
            using var folders = new WorkFolders(Root);
            using var work = folders.New();
            File.WriteAllText(work.Original, "film");
            new WorkFolders(Root).Dispose();
            Assert.True(File.Exists(work.Original));
        });
        Assert.Empty(Directory.EnumerateFileSystemEntries(Root));
    }

    [Fact]
    public async Task What_still_ends_when_its_process_does_is_left_to_the_next()
    {
        var folders = new WorkFolders(Root);
        var made = folders.New().Made;
        using var writes = new CancellationTokenSource();
        var writing = Task.Run(() => Write(made, writes.Token), CancellationToken.None);
        Assert.True(await Poll.Until(() => Task.FromResult(Directory.EnumerateFiles(made).Count() > 100)));
        folders.Dispose();
        await writes.CancelAsync();
        await writing;
        new WorkFolders(Root).Dispose();
        Assert.Empty(Directory.EnumerateFileSystemEntries(Root));
    }

    /// <summary>One file after the other, while there is a folder for them.</summary>
    private static void Write(string folder, CancellationToken ct)
    {
        try
        {
            for (var number = 0; !ct.IsCancellationRequested; number++)
                File.WriteAllText(Path.Combine(folder, $"{number}"), "film");
        }
        catch (DirectoryNotFoundException)
        {
            // It was removed between two of them.
        }
    }
}
