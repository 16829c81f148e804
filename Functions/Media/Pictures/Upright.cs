using NetVips;

namespace News.Functions.Media.Pictures;

/// <summary>Turns a picture as its camera was held.</summary>
public static class Upright
{
    /// <summary>By EXIF's orientation: 2, 4, 5 and 7 are mirrored, 3 stands on its head, 5 to 8 lie on their side.</summary>
    public static Image Turn(Image picture, int orientation)
    {
        using var turned = picture.Rot(orientation switch
        {
            3 or 4 => Enums.Angle.D180,
            5 or 6 => Enums.Angle.D90,
            7 or 8 => Enums.Angle.D270,
            _ => Enums.Angle.D0,
        });
        return orientation is 2 or 4 or 5 or 7 ? turned.Flip(Enums.Direction.Horizontal) : turned.Copy();
    }
}
