namespace News.Domain.Reading.Videos;

/// <summary>What is said in a video, as WebVTT.</summary>
/// <param name="Lang">BCP 47.</param>
public sealed record VideoCaptions(string Lang, string Url);
