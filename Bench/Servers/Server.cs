using System.Net;
using System.Net.Sockets;

namespace News.Bench.Servers;

/// <summary>A server under load, in a process of its own.</summary>
/// <param name="name">As it stands in the table.</param>
public abstract class Server(string name) : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(2);

    private ChildProcess? _process;

    public string Name => name;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What it has used since its start.</summary>
    public Usage Usage => Usage.Of(Processes(_process!.Id));

    /// <summary>Where this server has an answer.</summary>
    public abstract string TargetOf(Answer answer);

    /// <summary>Starts it on a free port.</summary>
    /// <param name="first">What to ask it for.</param>
    /// <returns>How long it took from the start of the process to the first whole answer.</returns>
    /// <exception cref="BenchException">It ended, or never answered.</exception>
    public async Task<TimeSpan> Start(string first, TimeProvider time, CancellationToken ct)
    {
        var port = FreePort();
        Address = new($"http://127.0.0.1:{port}");
        using var client = new HttpClient { BaseAddress = Address };
        var start = time.GetTimestamp();
        _process = Launch(port);
        while (!await Answers(client, first, ct))
        {
            if (_process.HasExited || time.GetElapsedTime(start) > _patience)
                throw new BenchException($"{name} did not start: {_process.Output}");
            await Task.Delay(_pause, time, ct);
        }

        return time.GetElapsedTime(start);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _process = null;
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts the process that listens on this port of the loopback address.</summary>
    protected abstract ChildProcess Launch(int port);

    /// <summary>The processes that do the work.</summary>
    protected virtual IEnumerable<int> Processes(int started) => [started];

    private static async Task<bool> Answers(HttpClient client, string target, CancellationToken ct)
    {
        try
        {
            using var response = await client.GetAsync(target, ct);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // nobody listens yet
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
