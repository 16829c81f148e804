namespace News.Functions.Media.Probing;

/// <summary>What ffprobe prints of a file; what it does not know is not there.</summary>
public sealed record ProbedFile(IReadOnlyList<ProbedFile.Track>? Streams, ProbedFile.Whole? Format)
{
    /// <summary>The file as a whole.</summary>
    /// <param name="Duration">In seconds.</param>
    public sealed record Whole(string? Duration = null);

    /// <summary>One track.</summary>
    public sealed record Track(
        int Index,
        string? CodecName = null,
        string? CodecType = null,
        string? PixFmt = null,
        int Width = 0,
        int Height = 0,
        int Channels = 0,
        string? SampleAspectRatio = null,
        string? FieldOrder = null,
        string? ColorRange = null,
        string? ColorSpace = null,
        string? ColorTransfer = null,
        string? AvgFrameRate = null,
        string? Duration = null,
        Purpose? Disposition = null,
        IReadOnlyList<Beside>? SideDataList = null);

    /// <summary>What a track is for; 1 for yes.</summary>
    public sealed record Purpose(int Default = 0, int AttachedPic = 0);

    /// <summary>What stands beside a track.</summary>
    /// <param name="Rotation">Degrees.</param>
    /// <param name="DvProfile">Of Dolby Vision.</param>
    public sealed record Beside(double? Rotation = null, int? DvProfile = null);
}
