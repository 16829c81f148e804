namespace News.Domain.Media;

/// <summary>The files of one type, which differ in width.</summary>
/// <param name="Type">Media type.</param>
/// <param name="Files">Narrowest first.</param>
public sealed record FilesOfType(string Type, IReadOnlyList<(string Name, int Width)> Files);
