namespace News.Functions.Tests.Support;

/// <summary>The real files that are kept beside the repository and never in it.</summary>
public static class Samples
{
    /// <summary>Why a test that needs them is skipped.</summary>
    public const string Missing = "shared/samples is not beside the repository";

    /// <summary>The folder, or null where it is missing.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        var folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "samples"));
        return Directory.Exists(folder) ? folder : null;
    }
}
