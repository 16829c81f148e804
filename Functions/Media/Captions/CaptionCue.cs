namespace News.Functions.Media.Captions;

/// <summary>What is shown from one time to another.</summary>
/// <param name="Text">Its lines, with no markup but bold, italic and underlined.</param>
/// <param name="Place">Where on the screen, in WebVTT's words; empty for the usual.</param>
public sealed record CaptionCue(TimeSpan From, TimeSpan To, string Text, string Place = "");
