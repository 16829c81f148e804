namespace News.Functions.Storage.Disk;

/// <summary>What only the user who runs the site may open: drafts and keys are nobody else's. Windows keeps its own rules.</summary>
public static class OwnerOnly
{
    private const UnixFileMode ForFiles = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode ForFolders = ForFiles | UnixFileMode.UserExecute;

    /// <summary>Makes the folder if it is not there; one that is there stays as open as its owner made it.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, ForFolders);
    }

    /// <summary>A new file to write to.</summary>
    /// <exception cref="IOException">There is one already.</exception>
    public static FileStream NewFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = ForFiles;
        return new(path, options);
    }

    /// <summary>Takes from everybody else what they may do with a file that is there.</summary>
    public static void Tighten(string file)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(file))
            return;
        var mode = File.GetUnixFileMode(file);
        if ((mode & ~ForFiles) != 0)
            File.SetUnixFileMode(file, mode & ForFiles);
    }
}
