
namespace News.Functions.Media.Containers;

/// <summary>What a TIFF's tags say about opening it.</summary>
public static class TiffStrips
{
    private const ushort NewSubfileType = 254;
    private const ushort RowsPerStrip = 278;
    private const ushort TileLength = 323;
    private const ushort DngVersion = 50_706;
    private const ushort CfaPattern = 33_422;

    /// <summary>Camera raw files are TIFF too, with a thumbnail where a picture would be.</summary>
    public static bool IsCameraRaw(TiffDirectory directory) =>
        directory.Number(NewSubfileType) is 1 || !directory.Bytes(DngVersion).IsEmpty || !directory.Bytes(CfaPattern).IsEmpty;

    /// <summary>Rows that are decoded at once, at most the picture's.</summary>
    public static long Rows(TiffDirectory directory, int height) =>
        Math.Min(directory.Number(TileLength) ?? directory.Number(RowsPerStrip) ?? (uint)height, height);
}
