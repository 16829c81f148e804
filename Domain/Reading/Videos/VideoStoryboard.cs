namespace News.Domain.Reading.Videos;

/// <summary>Small pictures for whoever looks for a place in a video.</summary>
/// <param name="Url">All of them in one picture.</param>
/// <param name="Vtt">Which part of it belongs to which seconds.</param>
public sealed record VideoStoryboard(string Url, string Vtt);
