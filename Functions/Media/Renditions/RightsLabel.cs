using NetVips;
using News.Functions.Media.Rights;

namespace News.Functions.Media.Renditions;

/// <summary>Puts rights into a picture, to be written into every file of it.</summary>
public static class RightsLabel
{
    /// <summary>The picture with them, as XMP and as IPTC, and with nothing else about it.</summary>
    public static Image Put(Image picture, PictureRights rights) => picture.Mutate(fields =>
    {
        if (XmpWriter.Write(rights) is { } xmp)
            fields.Set(GValue.BlobType, "xmp-data", xmp);
        if (IptcWriter.Write(rights) is { } iptc)
            fields.Set(GValue.BlobType, "iptc-data", iptc);
    });
}
