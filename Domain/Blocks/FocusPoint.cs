namespace News.Domain.Blocks;

/// <summary>A point of a picture, as fractions of its width and height from the top left, 0 to 1.</summary>
public sealed record FocusPoint(double X, double Y);
