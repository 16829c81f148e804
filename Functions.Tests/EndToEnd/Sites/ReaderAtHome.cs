using System.Net;
using System.Net.Sockets;

namespace News.Functions.Tests.EndToEnd.Sites;

/// <summary>A client with a loopback address of its own, which the site sees it come from.</summary>
public sealed class ReaderAtHome : IDisposable
{
    private readonly IPAddress _address;

    /// <param name="number">1 to 65,535.</param>
    public ReaderAtHome(Uri site, int number)
    {
        _address = new([127, 1, (byte)(number >> 8), (byte)number]);
        Client = new(new SocketsHttpHandler { ConnectCallback = Connect }) { BaseAddress = site };
    }

    public HttpClient Client { get; }

    public void Dispose() => Client.Dispose();

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(_address, 0));
        await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, ct);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
