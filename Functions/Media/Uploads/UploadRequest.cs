using System.Text.Json.Serialization;
using News.Domain;
using News.Domain.Text;

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
    private const string PictureType = "image/";
    private const string UntoldType = "application/octet-stream";

    /// <summary>The name its blob gets: the last part of a path, without what blob storage has a meaning for.</summary>
    /// <param name="mostBytes">Of a picture.</param>
    /// <exception cref="Failure">Anything about it is not valid.</exception>
    public string Check(long mostBytes)
    {
        var errors = new FieldErrors();
        var name = CleanText.Accept(FileName, "fileName", UploadLimits.FileName, errors, 1).Split('/', '\\')[^1].Trim(' ', '.');
        errors.Check(name.Length > 0, "fileName", "must be the name of a file");
        errors.Check(Size > 0, "size", "must be the file's size in bytes; an empty file is none");
        errors.Check(Size <= mostBytes, "size", $"must be at most {mostBytes} bytes for a picture");
        errors.Check(IsPicture(ContentType), "contentType", $"must be a picture's type such as image/jpeg, or {UntoldType}");
        errors.Check(CaptionsOf is null, "captionsOf", "must be the id of a video, and there are no videos yet");
        errors.Check(Lang is null, "lang", "is the language of captions; leave it out for a picture");
        errors.ThrowIfAny();
        return name;
    }

    private static bool IsPicture(string? type) => type == UntoldType
        || (type is { Length: > 6 and < 100 } && type.StartsWith(PictureType, StringComparison.Ordinal) && type.All(letter => char.IsAsciiLetterOrDigit(letter) || "/.+-".Contains(letter)));
}
