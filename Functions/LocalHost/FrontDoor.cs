using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace News.Functions.LocalHost;

/// <summary>The bound socket that Kestrel listens on once everything else is ready.</summary>
public sealed class FrontDoor : IDisposable
{
    private const int DefaultPort = 7071;

    private FrontDoor(Socket socket) => (Socket, Address) = (socket, (IPEndPoint)socket.LocalEndPoint!);

    public Socket Socket { get; }

    /// <summary>Where it really is: with port 0 the free port that was picked.</summary>
    public IPEndPoint Address { get; }

    /// <summary>How this machine reaches the site.</summary>
    public string Url => $"http://{new IPEndPoint(Reachable, Address.Port)}";

    /// <summary>How others reach it, if it is open to them.</summary>
    public string? OpenUrl => Reachable.Equals(Address.Address) ? null : $"http://{Environment.MachineName}:{Address.Port}";

    private IPAddress Reachable => Address.Address switch
    {
        var any when any.Equals(IPAddress.Any) => IPAddress.Loopback,
        var any when any.Equals(IPAddress.IPv6Any) => IPAddress.IPv6Loopback,
        var one => one,
    };

    /// <exception cref="StartRefusedException">The address or port is not one, or cannot be used.</exception>
    public static FrontDoor Open(string? host, string? port)
    {
        var address = new IPEndPoint(ReadHost(host), ReadPort(port));
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(address);
            return new FrontDoor(socket);
        }
        catch (SocketException fault)
        {
            socket.Dispose();
            throw fault.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? InUse(address.Port, fault)
                : new StartRefusedException($"Cannot listen on {address}: {fault.Message}.", fault);
        }
    }

    public static StartRefusedException InUse(int port, Exception cause)
    {
        var other = port == IPEndPoint.MaxPort ? DefaultPort : port + 1;
        return new($"Port {port} is in use. Stop the other program or choose another: ./news up --port {other}", cause);
    }

    /// <summary>Makes Kestrel listen here, and leaves limits on bodies to the functions: they answer 413 alike on both hosts.</summary>
    public void Use(IWebHostBuilder host) => host
        .UseKestrelCore()
        .UseSockets(sockets => sockets.CreateBoundListenSocket = _ => Socket)
        .ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(Address, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });

    public void Dispose() => Socket.Dispose();

    private static IPAddress ReadHost(string? host) => host switch
    {
        null or "" or "localhost" => IPAddress.Loopback,
        _ when IPAddress.TryParse(host, out var address) => address,
        _ => throw new StartRefusedException(
            $"'{host}' is not an address to listen on. Give one such as --host 127.0.0.1 or --host 0.0.0.0."),
    };

    private static int ReadPort(string? port)
    {
        if (string.IsNullOrEmpty(port)) return DefaultPort;
        if (ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        throw new StartRefusedException($"'{port}' is not a port. Give a number from 0 (any free port) to {IPEndPoint.MaxPort}.");
    }
}
