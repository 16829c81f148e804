namespace News.Domain.Media;

/// <summary>One file that readers get of an asset.</summary>
/// <param name="Folder">Below <c>media/</c>, with a slash at its end.</param>
/// <param name="Name">In that folder.</param>
/// <param name="Type">Media type.</param>
public sealed record MediaFile(string Folder, string Name, string Type)
{
    /// <summary>Where it is below <c>media/</c>.</summary>
    public string Path => Folder + Name;
}
