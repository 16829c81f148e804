namespace News.Functions.Media;

/// <summary>The file can never be processed, however often it is tried.</summary>
/// <param name="reason">A sentence for the person who dropped it.</param>
/// <param name="cause">What a decoder said, for the log.</param>
public sealed class MediaRejectedException(string reason, Exception? cause = null) : Exception(reason, cause);
