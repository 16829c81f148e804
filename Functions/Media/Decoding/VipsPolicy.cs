using NetVips;

namespace News.Functions.Media.Decoding;

/// <summary>What libvips may open in this process, and how much of the machine it may use.</summary>
public static class VipsPolicy
{
    /// <summary>
    /// One loader a format. Everything else that libvips or a newer version of it can open stays shut, also where libvips itself
    /// chooses. JPEGs with a gain map are opened as the ordinary JPEGs that they also are.
    /// </summary>
    private static readonly string[] _allowed =
    [
        "VipsForeignLoadJpegFile",
        "VipsForeignLoadPngFile",
        "VipsForeignLoadPngBuffer",
        "VipsForeignLoadWebpFile",
        "VipsForeignLoadHeifFile",
        "VipsForeignLoadNsgifFile",
        "VipsForeignLoadTiffFile",
        "VipsForeignLoadSvgBuffer",
    ];

    private static readonly Lazy<bool> _applied = new(() =>
    {
        NativeMemory.ReturnPromptly();
        NetVips.NetVips.BlockUntrusted = true;
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in _allowed)
            Operation.Block(loader, false);
        // Its cache keeps files open and pictures in memory; no two pictures share anything.
        Cache.Max = 0;
        // Its warnings are for people at a terminal; what matters comes as an exception.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { });
        return true;
    });

    /// <summary>Holds from the first call on. Threads are those a single operation may use.</summary>
    public static void Apply(int threads)
    {
        _ = _applied.Value;
        NetVips.NetVips.Concurrency = threads;
    }
}
