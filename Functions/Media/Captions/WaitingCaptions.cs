namespace News.Functions.Media.Captions;

/// <summary>Captions that were kept for a video.</summary>
/// <param name="Text">WebVTT.</param>
/// <param name="Upload">The upload they came as; empty where nobody waits to hear of it.</param>
public sealed record WaitingCaptions(string Lang, ReadOnlyMemory<byte> Text, string Upload);
