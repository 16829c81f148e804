using System.Text.Json.Serialization;
using News.Domain;
using News.Domain.Media;
using News.Domain.Text;
using News.Functions.Media.Captions;

namespace News.Functions.Media.Uploads;

/// <summary>What somebody is about to upload.</summary>
/// <param name="FileName">As it is called on their machine.</param>
/// <param name="Size">In bytes.</param>
/// <param name="CaptionsOf">The video these are captions of.</param>
/// <param name="Lang">The captions' language.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record UploadRequest(
    string? FileName = null, long Size = 0, string? ContentType = null, string? CaptionsOf = null, string? Lang = null)
{
    private const string UntoldType = "application/octet-stream";
    private static readonly string[] _captionTypes = ["text/vtt", "application/x-subrip", "text/srt", "text/plain"];

    /// <summary>The name its blob gets: the last part of a path, without what blob storage has a meaning for.</summary>
    /// <exception cref="Failure">Anything about it is not valid.</exception>
    public string Check(UploadSizes sizes)
    {
        var errors = new FieldErrors();
        var name = CleanText.Accept(FileName, "fileName", UploadLimits.FileName, errors, 1).Split('/', '\\')[^1].Trim(' ', '.');
        errors.Check(name.Length > 0, "fileName", "must be the name of a file");
        var most = CaptionsOf is null ? sizes.Most(Kind()) : CaptionLimits.Bytes;
        errors.Check(Size > 0, "size", "must be the file's size in bytes; an empty file is none");
        errors.Check(Size <= most, "size", $"must be at most {most} bytes for such a file");
        errors.Check(ContentType == UntoldType || Kind() != MediaKind.Unknown, "contentType", $"must be the type of a picture, video or captions, such as image/jpeg, or {UntoldType}");
        CheckCaptions(errors);
        errors.ThrowIfAny();
        return name;
    }

    private void CheckCaptions(FieldErrors errors)
    {
        errors.Check(CaptionsOf is null || AssetId.IsValid(CaptionsOf), "captionsOf", "must be the asset id of a video");
        errors.Check(CaptionsOf is not null || Kind() != MediaKind.Captions, "captionsOf", "must say whose captions they are: the asset id of a video");
        errors.Check(Lang is null || (CaptionsOf is not null && LanguageTag.IsOne(Lang)), "lang", "is the language of captions, such as vi; leave it out for anything else");
    }

    /// <summary>By the declared type, which bounds the size; what the file is its content tells later.</summary>
    private MediaKind Kind() =>
        ContentType is not { Length: > 6 and < 100 } type || !type.All(letter => char.IsAsciiLetterOrDigit(letter) || "/.+-".Contains(letter)) ? MediaKind.Unknown
        : type.StartsWith("image/", StringComparison.Ordinal) ? MediaKind.Picture
        : type.StartsWith("video/", StringComparison.Ordinal) ? MediaKind.Video
        : _captionTypes.Contains(type) ? MediaKind.Captions
        : MediaKind.Unknown;
}
