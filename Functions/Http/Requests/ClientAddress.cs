using System.Net;
using Microsoft.AspNetCore.Http;

namespace News.Functions.Http.Requests;

/// <summary>Where a request comes from.</summary>
public static class ClientAddress
{
    private const string ForwardedFor = "X-Forwarded-For";
    private const string FrontDoorsClient = "X-Azure-SocketIP";

    /// <summary>
    /// Behind Azure Front Door: the other end of the connection to it, which it writes over whatever a client sent. Only where nobody gets
    /// past it.
    /// </summary>
    public static IPAddress BehindFrontDoor(HttpRequest request) =>
        IPAddress.TryParse(request.Headers[FrontDoorsClient], out var client) ? client : Of(request, 0);

    /// <summary>
    /// The other end of the connection, or behind proxies the address that the outermost trusted one wrote down: counted from the right,
    /// because what stands further left was sent by the client and may be invented.
    /// </summary>
    /// <param name="trustedProxies">How many proxies of ours a request passes; each has added one address.</param>
    public static IPAddress Of(HttpRequest request, int trustedProxies)
    {
        var connection = request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.None;
        if (trustedProxies == 0)
            return connection;
        var hops = request.Headers[ForwardedFor].ToString().Split(',', StringSplitOptions.TrimEntries);
        // With its port or without.
        return hops.Length >= trustedProxies && IPEndPoint.TryParse(hops[^trustedProxies], out var client) ? client.Address : connection;
    }
}
