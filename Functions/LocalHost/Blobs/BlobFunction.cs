using News.Functions.LocalHost.Triggers;

namespace News.Functions.LocalHost.Blobs;

/// <summary>A blob function and the container it watches.</summary>
/// <param name="Container">Every blob in it, whatever its name, is the function's.</param>
public sealed record BlobFunction(FunctionEntry Entry, string Container)
{
    private const string Pattern = "/{name}";

    /// <exception cref="StartRefusedException">The trigger's path is not of the one form that is watched here.</exception>
    public static BlobFunction Of(FunctionEntry entry) => entry.BlobPath is { } path && path.EndsWith(Pattern, StringComparison.Ordinal)
        ? new(entry, path[..^Pattern.Length])
        : throw new StartRefusedException($"The function {entry.Name} watches '{entry.BlobPath}'; a blob trigger must watch a whole container, as 'container{Pattern}'.");
}
