namespace News.Functions.LocalHost.Keys;

/// <summary>One secret in one file of the data folder, which its owner alone may read.</summary>
internal static class SecretFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The secret in the file, made and kept now if there is none.</summary>
    /// <exception cref="StartRefusedException">The file is there but empty, or cannot be read or written.</exception>
    public static string ReadOrMake(string file, Func<string> make)
    {
        try
        {
            if (!File.Exists(file)) Write(file, make());
            Tighten(file);
            var text = File.ReadAllText(file).Trim();
            return text.Length > 0 ? text : throw new StartRefusedException($"{file} is empty. Remove it to get a new key.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The key {file} cannot be used: {fault.Message}", fault);
        }
    }

    /// <summary>Under another name first: a process that dies half-way leaves no empty key behind.</summary>
    public static void Write(string file, string text)
    {
        var draft = file + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var writer = new StreamWriter(draft, options))
            writer.WriteLine(text);
        File.Move(draft, file, overwrite: true);
    }

    private static void Tighten(string file)
    {
        if (OperatingSystem.IsWindows()) return;
        var mode = File.GetUnixFileMode(file);
        if ((mode & ~OwnerOnly) != 0) File.SetUnixFileMode(file, mode & OwnerOnly);
    }
}
