namespace News.Bench;

/// <summary>A temporary folder that nginx, too, may read: its worker is another user.</summary>
public static class WorkFolder
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>A new one; the caller removes it.</summary>
    public static string Make()
    {
        var folder = Directory.CreateTempSubdirectory("news-bench-").FullName;
        File.SetUnixFileMode(folder, Readable);
        return folder;
    }
}
