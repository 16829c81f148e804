namespace News.Functions.Reading;

/// <summary>How long what readers get is kept.</summary>
public static class ReadingLimits
{
    /// <summary>Seconds that a ready body is kept where other processes write to the same store.</summary>
    public const int SecondsWhereOthersWrite = 5;
}
