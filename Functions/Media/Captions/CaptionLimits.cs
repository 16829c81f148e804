namespace News.Functions.Media.Captions;

/// <summary>What captions may hold. Each number is in the README's table of limits.</summary>
public static class CaptionLimits
{
    /// <summary>Bytes of the file.</summary>
    public const int Bytes = 2_000_000;

    /// <summary>Cues of a file.</summary>
    public const int Cues = 20_000;

    /// <summary>Characters of a cue.</summary>
    public const int CueLength = 2_000;

    /// <summary>Languages of a video.</summary>
    public const int Languages = 40;
}
