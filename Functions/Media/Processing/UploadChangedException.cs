namespace News.Functions.Media.Processing;

/// <summary>The file was written over or taken away while it was being read.</summary>
public sealed class UploadChangedException : Exception;
