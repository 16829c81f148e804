using News.Functions.Storage.Disk;

namespace News.Functions.LocalHost.Keys;

/// <summary>One secret in one file of the data folder, which its owner alone may read.</summary>
internal static class SecretFile
{
    /// <summary>The secret in the file, made and kept now if there is none.</summary>
    /// <exception cref="StartRefusedException">The file is there but empty, or cannot be read or written.</exception>
    public static string ReadOrMake(string file, Func<string> make)
    {
        try
        {
            if (!File.Exists(file)) Write(file, make());
            OwnerOnly.Tighten(file);
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
        using (var writer = new StreamWriter(OwnerOnly.NewFile(draft)))
            writer.WriteLine(text);
        File.Move(draft, file, overwrite: true);
    }
}
