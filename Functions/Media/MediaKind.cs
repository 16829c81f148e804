namespace News.Functions.Media;

/// <summary>What a dropped file is, by its content.</summary>
public enum MediaKind
{
    Unknown,
    Picture,
    Video,
    Captions,
}
