using News.Domain.Blocks;

namespace News.Domain.Media.Uploads;

/// <summary>
/// The few words in the uploads' container that ask for a picture's crops around another point of interest: they are made where and
/// how everything else of pictures is.
/// </summary>
/// <param name="Focus">As <see cref="KeyOf"/> gives it.</param>
public sealed record CropRequest(string Asset, string Focus)
{
    /// <summary>No request is longer; a picture is.</summary>
    public const int MostBytes = 64;

    private const string Kind = "news crops";

    /// <summary>Where it is put; asked for twice it is one request.</summary>
    public string BlobName => $"crops/{Asset}/{Focus}";

    /// <summary>The words.</summary>
    public override string ToString() => $"{Kind} {Asset} {Focus}";

    /// <summary>What it takes to have crops around the point of a reference, or one so near that nobody sees it.</summary>
    public static string KeyOf(FocusPoint focus) => PictureFiles.FocusKey(PictureFiles.Nearest(focus));

    /// <summary>The request these words are; null when they are something else.</summary>
    public static CropRequest? Read(string words)
    {
        if (words.Split(' ') is not [var news, var crops, var asset, var key] || $"{news} {crops}" != Kind || !AssetId.IsValid(asset))
            return null;
        return PictureFiles.Focus(key) is { } focus && KeyOf(focus) == key ? new(asset, key) : null;
    }
}
