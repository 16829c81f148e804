using System.Diagnostics;
using Xunit;

namespace News.Functions.Tests.Media.Making;

/// <summary>HEIC files, which only Debian's tools can make.</summary>
public static class Heic
{
    private const string Encoder = "/usr/bin/heif-enc";

    /// <summary>A HEIC of this JPEG or PNG; the test is skipped where the tool is missing.</summary>
    public static async Task<byte[]> Encode(Studio studio, byte[] picture)
    {
        Assert.SkipUnless(File.Exists(Encoder), "heif-enc (Debian: libheif-examples) is not installed");
        var (source, target) = (studio.Path(picture[0] == 0x89 ? "source.png" : "source.jpg"), studio.Path("made.heic"));
        await File.WriteAllBytesAsync(source, picture, Studio.Ct);
        using var process = Process.Start(new ProcessStartInfo(Encoder, ["-q", "95", "-p", "chroma=444", source, "-o", target]) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync(Studio.Ct);
        await process.WaitForExitAsync(Studio.Ct);
        Assert.Equal(0, process.ExitCode);
        return await File.ReadAllBytesAsync(target, Studio.Ct);
    }
}
