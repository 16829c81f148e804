using System.Text.RegularExpressions;

namespace News.Domain.Media;

/// <summary>
/// The few words in the uploads' container that ask for a picture's crops around another point of interest: they are made where and
/// how everything else of pictures is.
/// </summary>
/// <param name="Focus">As <see cref="PictureFiles.FocusKey"/> writes it.</param>
public sealed partial record CropRequest(string Asset, string Focus)
{
    /// <summary>No request is longer; a picture is.</summary>
    public const int MostBytes = 64;

    private const string Kind = "news crops";

    /// <summary>Where it is put; asked for twice it is one request.</summary>
    public string BlobName => $"crops/{Asset}/{Focus}";

    /// <summary>The words.</summary>
    public override string ToString() => $"{Kind} {Asset} {Focus}";

    /// <summary>The request these words are; null when they are something else.</summary>
    public static CropRequest? Read(string words) => Words().Match(words) is { Success: true } match && AssetId.IsValid(match.Groups[1].Value)
        ? new(match.Groups[1].Value, match.Groups[2].Value)
        : null;

    [GeneratedRegex($@"^{Kind} ([a-z2-7]+) ((?:[01]\d|20)-(?:[01]\d|20))\z")]
    private static partial Regex Words();
}
