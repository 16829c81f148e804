namespace News.Functions.Media.Processing;

/// <summary>A folder for one piece of work, gone when that is done.</summary>
public sealed class WorkFolder(string path) : IDisposable
{
    /// <summary>Where the file to work on is put.</summary>
    public string Original => Path.Combine(path, "original");

    /// <summary>Where what is made of it is put.</summary>
    public string Made => Directory.CreateDirectory(Path.Combine(path, "made")).FullName;

    /// <summary>Where what is needed on the way is put.</summary>
    public string Stills => Directory.CreateDirectory(Path.Combine(path, "stills")).FullName;

    public void Dispose() => Directory.Delete(path, recursive: true);
}
