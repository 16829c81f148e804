using System.Diagnostics;
using System.Text.Json;
using News.Domain.Media;

namespace News.Bench.Pictures;

/// <summary>A program that makes pictures, started once and asked again and again.</summary>
public sealed class MakingProcess(string program, params string[] arguments) : IDisposable
{
    private readonly Process _process = Process.Start(
        new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    /// <summary>Has it make one picture, in a folder that is removed again.</summary>
    /// <exception cref="BenchException">It gave up.</exception>
    public async Task<MakeAnswer> Make(string file, string folder, IReadOnlyList<PictureFile> files, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new MakeRequest(file, folder, files), JsonSerializerOptions.Web).AsMemory(), ct);
        await _process.StandardInput.FlushAsync(ct);
        var answer = await _process.StandardOutput.ReadLineAsync(ct) ?? throw new BenchException($"{program} ended while making {Path.GetFileName(file)}.");
        Directory.Delete(folder, recursive: true);
        return JsonSerializer.Deserialize<MakeAnswer>(answer, JsonSerializerOptions.Web)!;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
