namespace News.Domain.Media.Videos;

/// <summary>What is said in a video, in one language.</summary>
/// <param name="Lang">BCP 47.</param>
/// <param name="File">Named after its content, which may be replaced.</param>
public sealed record CaptionTrack(string Lang, string File);
