using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace News.Functions.Tests.EndToEnd.Faults;

/// <summary>A line to a server that can be cut and mended.</summary>
public sealed class CutLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> _open = [];
    private readonly int _server;
    private readonly Task _accepting;
    private volatile bool _isCut;

    /// <param name="server">The port it leads to.</param>
    public CutLine(int server)
    {
        _server = server;
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>Where it begins.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Breaks every connection and takes no other.</summary>
    public void Cut()
    {
        _isCut = true;
        while (_open.TryTake(out var connection))
            connection.Close();
    }

    public void Mend() => _isCut = false;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Cut();
        await _accepting;
        _listener.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Connect(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // It is put away.
        }
    }

    private async Task Connect(TcpClient here)
    {
        using (here)
        using (var there = new TcpClient())
        {
            if (_isCut)
                return;
            _open.Add(here);
            await there.ConnectAsync(IPAddress.Loopback, _server);
            var (left, right) = (here.GetStream(), there.GetStream());
            await Task.WhenAny(left.CopyToAsync(right), right.CopyToAsync(left));
        }
    }
}
