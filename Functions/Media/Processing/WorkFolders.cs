namespace News.Functions.Media.Processing;

/// <summary>
/// Where files are worked on. Each process has a folder of its own, held by a lock beside it that ends with the process however it ends;
/// what dead processes left behind is removed by the next.
/// </summary>
public sealed class WorkFolders : IDisposable
{
    private const string LockSuffix = ".lock";
    private const int Tries = 10;

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
        foreach (var held in Directory.GetFiles(root, "*" + LockSuffix))
            RemoveIfDead(held);
        _lock = Claim(root);
        _own = Directory.CreateDirectory(FolderOf(_lock.Name)).FullName;
    }

    /// <summary>A new folder for one piece of work; disposing of it removes it.</summary>
    public WorkFolder New() => new(Directory.CreateDirectory(Path.Combine(_own, Guid.CreateVersion7().ToString("N"))).FullName);

    public void Dispose()
    {
        Remove(_lock.Name);
        _lock.Dispose();
    }

    /// <summary>Another process may take a new lock for a dead one's before it is held; then another name is tried.</summary>
    private static FileStream Claim(string root)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var name = Path.Combine(root, Guid.CreateVersion7().ToString("N") + LockSuffix);
            if (TryHold(name) is not { } held)
                continue;
            if (File.Exists(name))
                return held;
            held.Dispose();
        }

        throw new IOException($"No folder to work in could be made in {root}.");
    }

    private static void RemoveIfDead(string name)
    {
        using var held = TryHold(name);
        if (held is not null)
            Remove(name);
    }

    /// <summary>The folder, then its lock.</summary>
    private static void Remove(string name)
    {
        try
        {
            if (Directory.Exists(FolderOf(name)))
                Directory.Delete(FolderOf(name), recursive: true);
            File.Delete(name);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Something of it still ends; the next to start removes it.
        }
    }

    /// <summary>Null while another process holds it.</summary>
    private static FileStream? TryHold(string name)
    {
        try
        {
            return File.Open(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string FolderOf(string name) => name[..^LockSuffix.Length];
}
