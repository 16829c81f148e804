using NetVips;

namespace News.Functions.Media.Color;

/// <summary>Brings any pixels to 8-bit sRGB, which is what every rendition is in; alpha is kept.</summary>
public static class ManagedColor
{
    private const string Profile = "icc-profile-data";

    /// <summary>
    /// By what the container says where that is brighter than any profile can say or stands alone; else by the embedded profile,
    /// CMYK without one by that of common offset print. A profile that is broken or belongs to another kind of picture is ignored.
    /// </summary>
    public static Image ToSrgb(Image image, ColorDescription? described)
    {
        if (described is not null && (described.IsHdr || !image.Contains(Profile)) && image.Interpretation != Enums.Interpretation.Cmyk)
            return DescribedColor.ToSrgb(image, described);
        using var converted = Convert(image);
        using var bytes = converted.Cast(Enums.BandFormat.Uchar);
        return bytes.Mutate(fields => fields.Remove(Profile));
    }

    private static Image Convert(Image image)
    {
        if (image.Interpretation != Enums.Interpretation.Cmyk && !image.Contains(Profile))
            return image.Colourspace(Enums.Interpretation.Srgb);
        try
        {
            return image.IccTransform(
                "srgb", embedded: true, intent: Enums.Intent.Perceptual, depth: 8,
                inputProfile: image.Interpretation == Enums.Interpretation.Cmyk ? "cmyk" : null);
        }
        catch (VipsException)
        {
            return image.Colourspace(Enums.Interpretation.Srgb);
        }
    }
}
