namespace News.Functions.Storage.Views;

/// <summary>A batch of views.</summary>
/// <param name="Views">A sketch book, as <see cref="Domain.MostRead.Sketches.SketchBookFormat"/> writes it.</param>
public sealed record StoredViews(byte[] Views);
