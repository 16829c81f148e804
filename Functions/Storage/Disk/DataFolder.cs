namespace News.Functions.Storage.Disk;

/// <summary>The folder that holds the site's data, and the lock that keeps every other process out of it.</summary>
public sealed class DataFolder : IDisposable
{
    private const string DefaultFolder = "data";
    private const int LinuxLocked = 11;
    private const int MacLocked = 35;
    private const int WindowsLocked = unchecked((int)0x80070020);

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock) => (Path, _lock) = (path, @lock);

    public string Path { get; }

    /// <summary>Makes the folder if it is not there, and holds it until disposed or until the process ends, however it ends.</summary>
    /// <exception cref="StartRefusedException">Another process holds it, or it cannot be written.</exception>
    public static DataFolder Take(string? path)
    {
        var full = System.IO.Path.GetFullPath(string.IsNullOrWhiteSpace(path) ? DefaultFolder : path);
        try
        {
            OwnerOnly.MakeFolder(full);
            var file = System.IO.Path.Combine(full, "lock");
            return new DataFolder(full, File.Open(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault) when (fault.HResult is LinuxLocked or MacLocked or WindowsLocked)
        {
            throw new StartRefusedException(
                $"Another process is using the data folder {full}. Stop it or choose another: ./news up --data FOLDER, or for a worker the setting Data__Folder.", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The data folder {full} cannot be used: {fault.Message}", fault);
        }
    }

    public void Dispose() => _lock.Dispose();
}
