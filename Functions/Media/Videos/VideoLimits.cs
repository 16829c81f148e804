namespace News.Functions.Media.Videos;

/// <summary>What a video may hold. Each number is in the README's table of limits; what depends on the machine is a setting.</summary>
public static class VideoLimits
{
    /// <summary>Pixels of a frame: a little more than 8K has.</summary>
    public const int Pixels = 36_000_000;

    /// <summary>Tracks of a file, of whatever kind.</summary>
    public const int Tracks = 64;

    /// <summary>Times as wide as high, or as high as wide, that it may be shown.</summary>
    public const int Slimness = 20;

    /// <summary>Frames a second of what is made; faster ones lose some.</summary>
    public const int FrameRate = 60;

    /// <summary>Seconds of a segment.</summary>
    public const int SegmentSeconds = 4;

    /// <summary>Small pictures of a storyboard.</summary>
    public const int StoryboardPictures = 100;

    /// <summary>Videos that wait on one instance for the one being made; more are left for the sweep.</summary>
    public const int Waiting = 3;
}
