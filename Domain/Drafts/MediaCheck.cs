using News.Domain.Blocks;
using News.Domain.Media;
using News.Domain.Text;

namespace News.Domain.Drafts;

/// <summary>Checks references to pictures and videos, and counts them over the whole article.</summary>
public sealed class MediaCheck(FieldErrors errors)
{
    private int _pictures;

    /// <summary>The reference, cleaned.</summary>
    public PictureRef Accept(PictureRef? reference, string path)
    {
        if (!errors.Check(reference is not null, path, "is required"))
            return new();
        errors.Check(++_pictures <= ArticleLimits.Pictures, path, $"an article has at most {ArticleLimits.Pictures} pictures");
        errors.Check(AssetId.IsValid(reference!.Asset), $"{path}.asset", "must be an asset id: 26 characters a-z and 2-7");
        errors.Check(IsInside(reference.Focus), $"{path}.focus", "x and y must be between 0 and 1");
        return reference with
        {
            Alt = Text(reference.Alt, $"{path}.alt"),
            Caption = Text(reference.Caption, $"{path}.caption"),
            Credit = Text(reference.Credit, $"{path}.credit"),
        };
    }

    /// <summary>The references of a gallery, cleaned.</summary>
    public IReadOnlyList<PictureRef> AcceptGallery(IReadOnlyList<PictureRef>? pictures, string path)
    {
        var given = pictures ?? [];
        var fits = given.Count is >= 1 and <= ArticleLimits.GalleryPictures;
        return errors.Check(fits, path, $"a gallery has 1 to {ArticleLimits.GalleryPictures} pictures")
            ? [.. given.Select((picture, i) => Accept(picture, $"{path}[{i}]"))]
            : [];
    }

    private static bool IsInside(FocusPoint? focus) => focus is null or { X: >= 0 and <= 1, Y: >= 0 and <= 1 };

    private string? Text(string? text, string path) => CleanText.AcceptOptional(text, path, ArticleLimits.Caption, errors);
}
