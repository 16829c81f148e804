using System.Diagnostics;
using System.Text.Json.Nodes;
using News.Functions.Media.Transcoding;
using Xunit;

namespace News.Functions.Tests.Media.Filming;

/// <summary>Makes small videos with ffmpeg, and reads videos back with ffprobe: nothing of ours has a hand in it.</summary>
public static class Film
{
    /// <summary>Moving bars with every colour, and a tone.</summary>
    public const string Bars = "-f lavfi -i testsrc2=size=320x180:rate=25:duration=2";

    public const string Tone = "-f lavfi -i sine=frequency=440:sample_rate=48000:duration=2";

    /// <summary>H.264 without B-frames and AAC, as fast as can be.</summary>
    public const string Plain = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -shortest";

    /// <summary>Skips the test where there is no ffmpeg.</summary>
    public static void Needed() => Assert.SkipUnless(Ffmpeg.IsInstalled, "ffmpeg is not installed");

    /// <summary>Runs ffmpeg; the arguments are separated by blanks, but for those in double quotes.</summary>
    /// <returns>What it printed.</returns>
    public static Task<byte[]> Run(string arguments) => Run("ffmpeg", "-nostdin -v error -y " + arguments);

    /// <summary>What ffmpeg's filters had to say about a file.</summary>
    public static async Task<string> Measure(string path, string filter)
    {
        var (_, said) = await Both("ffmpeg", $"-nostdin -hide_banner -nostats -i \"{path}\" {filter} -f null -");
        return said;
    }

    /// <summary>Everything ffprobe knows.</summary>
    public static async Task<JsonNode> Probe(string path) =>
        JsonNode.Parse(await Run("ffprobe", $"-v error -allowed_extensions ALL -of json -show_streams -show_format \"{path}\""))!;

    /// <summary>Everything ffprobe knows of a file that is no playlist.</summary>
    public static async Task<JsonNode> ProbeFile(string path) => JsonNode.Parse(await Run("ffprobe", $"-v error -of json -show_streams -show_format \"{path}\""))!;

    /// <summary>One frame as raw bytes.</summary>
    /// <param name="format">In ffmpeg's words, such as <c>gray</c> or <c>rgb24</c>.</param>
    public static Task<byte[]> Frame(string path, double at, string format) =>
        Run(FormattableString.Invariant($"-ss {at} -i \"{path}\" -frames:v 1 -f rawvideo -pix_fmt {format} pipe:1"));

    /// <summary>Turns an MP4's film by its track header (ISO/IEC 14496-12, 8.3.2).</summary>
    public static void Turn(string path, int degrees)
    {
        var bytes = File.ReadAllBytes(path);
        var matrix = bytes.AsSpan()[(bytes.AsSpan().IndexOf("tkhd"u8) + 44)..];
        var (cos, sin) = degrees switch { 90 => (0, 1), 180 => (-1, 0), _ => (0, -1) };
        int[] values = [cos << 16, sin << 16, 0, -sin << 16, cos << 16, 0, 0, 0, 1 << 30];
        for (var i = 0; i < values.Length; i++)
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(matrix[(i * 4)..], values[i]);
        File.WriteAllBytes(path, bytes);
    }

    private static async Task<byte[]> Run(string program, string arguments)
    {
        var (output, said) = await Both(program, arguments);
        Assert.True(output is not null, $"{program} {arguments}: {said}");
        return output;
    }

    private static async Task<(byte[]? Output, string Said)> Both(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var output = new MemoryStream();
        var said = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode == 0 ? output.ToArray() : null, await said);
    }
}
