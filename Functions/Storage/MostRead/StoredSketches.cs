namespace News.Functions.Storage.MostRead;

/// <summary>Part of the sketches of an hour.</summary>
/// <param name="Until">When the views were read that are in it; later ones may be missing.</param>
/// <param name="Sketches">A sketch book, as <see cref="Domain.MostRead.Sketches.SketchBookFormat"/> writes it.</param>
public sealed record StoredSketches(DateTimeOffset Until, byte[] Sketches);
