using News.Functions.Media.Decoding;
using News.Functions.Media.Videos;

namespace News.Functions.Media.Transcoding;

/// <summary>ffmpeg and ffprobe as bounded child processes, which read files and nothing else.</summary>
public sealed class Ffmpeg(VideoSettings settings)
{
    /// <summary>What each of them gets before everything else: the files of its folder are all the world there is.</summary>
    public const string FilesOnly = "-protocol_whitelist file";

    private const string Program = "ffmpeg";
    private const string ProbeProgram = "ffprobe";
    private const long LeastFree = 64 * 1_048_576;

    private static readonly string[] _plain = ["-nostdin", "-hide_banner", "-nostats", "-loglevel", "error"];

    /// <summary>Whether both are on this machine.</summary>
    public static bool IsInstalled => BoundedProcess.Finds(Program) && BoundedProcess.Finds(ProbeProgram);

    /// <summary>What a file says about itself, as JSON; null when it cannot be read.</summary>
    public Task<string?> Probe(IEnumerable<string> arguments, string folder, CancellationToken ct) =>
        Bounded(1).Run(ProbeProgram, arguments, folder, ct);

    /// <summary>Runs a command that FFMpegCore has put together.</summary>
    /// <param name="progress">Told the time in the video that it has come to.</param>
    /// <returns>Whether it succeeded.</returns>
    /// <exception cref="IOException">It had no room left to write, which may pass.</exception>
    public async Task<bool> Run(string arguments, string folder, long fileBytes, Func<TimeSpan, Task>? progress, CancellationToken ct)
    {
        string[] all = [.. _plain, "-progress", "pipe:1", .. CommandLine.Split(arguments)];
        var done = await Bounded(fileBytes).Run(Program, all, folder, ct, line => Tell(line, progress)) is not null;
        if (!done && new DriveInfo(folder).AvailableFreeSpace < LeastFree)
            throw new IOException($"There is no room left in {folder}.");
        return done;
    }

    private static Task Tell(string line, Func<TimeSpan, Task>? progress)
    {
        const string Key = "out_time_us=";
        return progress is not null && line.StartsWith(Key, StringComparison.Ordinal) && long.TryParse(line.AsSpan(Key.Length), out var micro)
            ? progress(TimeSpan.FromMicroseconds(micro))
            : Task.CompletedTask;
    }

    private BoundedProcess Bounded(long fileBytes) => new(settings.MemoryBytes, fileBytes, settings.Time, Environment.ProcessorCount);
}
