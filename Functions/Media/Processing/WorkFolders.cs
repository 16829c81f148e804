namespace News.Functions.Media.Processing;

/// <summary>
/// Where files are worked on. Each process has a folder of its own, held by a lock that ends with it however it ends; what dead
/// processes left behind is removed by the next.
/// </summary>
public sealed class WorkFolders : IDisposable
{
    private const string LockName = "lock";

    private readonly string _own;
    private readonly FileStream _lock;

    public WorkFolders()
        : this(Path.Combine(Path.GetTempPath(), "news-media"))
    {
    }

    /// <param name="root">Shared by every process of the machine.</param>
    public WorkFolders(string root)
    {
        Directory.CreateDirectory(root);
        foreach (var folder in Directory.GetDirectories(root))
            RemoveIfDead(folder);
        _own = Directory.CreateDirectory(Path.Combine(root, Guid.CreateVersion7().ToString("N"))).FullName;
        _lock = Hold(_own);
    }

    /// <summary>A new folder for one piece of work; disposing of it removes it.</summary>
    public WorkFolder New() => new(Directory.CreateDirectory(Path.Combine(_own, Guid.CreateVersion7().ToString("N"))).FullName);

    public void Dispose()
    {
        _lock.Dispose();
        Directory.Delete(_own, recursive: true);
    }

    private static FileStream Hold(string folder) => File.Open(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static void RemoveIfDead(string folder)
    {
        try
        {
            Hold(folder).Dispose();
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Its process lives, or another is removing it just now.
        }
    }
}
