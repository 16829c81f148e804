using System.Text.Json;

namespace News.Bench.Servers;

/// <summary>Bodies and headers of our server in files, so that every server sends the same bytes.</summary>
/// <param name="path">The folder.</param>
public sealed class AnswerFolder(string path)
{
    private const string IndexFile = "index.json";
    private static readonly string[] _ofTheConnection = ["Date", "Server", "Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length"];

    public string Path => path;

    /// <summary>Every answer that was fetched.</summary>
    public IReadOnlyList<Answer> All()
    {
        using var index = File.OpenRead(System.IO.Path.Combine(path, IndexFile));
        return JsonSerializer.Deserialize<List<Answer>>(index)!;
    }

    /// <summary>The body of an answer.</summary>
    public byte[] Body(Answer answer) => File.ReadAllBytes(System.IO.Path.Combine(path, answer.File));

    /// <summary>Fetches what readers get at these addresses.</summary>
    /// <param name="targets">By kind.</param>
    /// <exception cref="BenchException">One is not answered with 200.</exception>
    public async Task Fetch(Uri address, IReadOnlyDictionary<string, IReadOnlyList<string>> targets, CancellationToken ct)
    {
        using var client = new HttpClient { BaseAddress = address };
        List<Answer> answers = [];
        foreach (var (kind, ofKind) in targets)
        {
            Directory.CreateDirectory(System.IO.Path.Combine(path, kind));
            foreach (var target in ofKind)
                answers.Add(await Fetch(client, kind, target, ct));
        }

        await File.WriteAllBytesAsync(System.IO.Path.Combine(path, IndexFile), JsonSerializer.SerializeToUtf8Bytes(answers), ct);
    }

    private async Task<Answer> Fetch(HttpClient client, string kind, string target, CancellationToken ct)
    {
        using var response = await client.GetAsync(target, ct);
        if (!response.IsSuccessStatusCode)
            throw new BenchException($"{target} was answered with {(int)response.StatusCode}.");
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => !_ofTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        var answer = new Answer(kind, target, $"{kind}/{FileName(target)}.json", headers);
        await File.WriteAllBytesAsync(System.IO.Path.Combine(path, answer.File), await response.Content.ReadAsByteArrayAsync(ct), ct);
        return answer;
    }

    private static string FileName(string target) => target[(target.LastIndexOf('/') + 1)..].Replace('?', '-').Replace('&', '-');
}
