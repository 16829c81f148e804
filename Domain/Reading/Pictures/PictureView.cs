namespace News.Domain.Reading.Pictures;

/// <summary>A picture as readers get it: what it shows, and every file of it.</summary>
/// <param name="Thumbhash">Base64 of a 25-byte preview.</param>
/// <param name="Color">Dominant colour, <c>#rrggbb</c>.</param>
/// <param name="Src">The file for those who choose none.</param>
/// <param name="Crops">By ratio: <c>1:1</c>, <c>4:3</c>, <c>16:9</c>, <c>1200x630</c>.</param>
public record PictureView(
    string Asset,
    int? Width,
    int? Height,
    string? Alt,
    string? Caption,
    string? Credit,
    string? Copyright,
    string? License,
    string? Thumbhash,
    string? Color,
    bool Animated,
    string? Src,
    IReadOnlyList<PictureSource> Sources,
    IReadOnlyDictionary<string, PictureCrop> Crops) : IMediaView;
