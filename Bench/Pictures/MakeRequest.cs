using News.Domain.Media;

namespace News.Bench.Pictures;

/// <summary>What a program is asked to make.</summary>
/// <param name="File">The original.</param>
/// <param name="Folder">Empty, for what is made.</param>
/// <param name="Files">The set; ours makes its own.</param>
public sealed record MakeRequest(string File, string Folder, IReadOnlyList<PictureFile> Files);
