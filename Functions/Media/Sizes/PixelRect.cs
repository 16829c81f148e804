namespace News.Functions.Media.Sizes;

/// <summary>A part of a picture, in pixels from the top left.</summary>
public readonly record struct PixelRect(int Left, int Top, int Width, int Height);
