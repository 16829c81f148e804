using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using News.Functions.Http;
using News.Functions.LocalHost.Keys;

namespace News.Functions.LocalHost.Azurite;

/// <summary>Passes requests on to Azurite as they come, without adding rights to them.</summary>
internal sealed class AzuriteClient(AzuritePort port) : IDisposable
{
    private static readonly TimeSpan _connectTimeout = TimeSpan.FromSeconds(5);

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ConnectTimeout = _connectTimeout,
    });

    /// <summary>Azurite's answer, its body still to be read; null, once the client has been told, when Azurite does not answer.</summary>
    /// <param name="pathAndQuery">Container, blob and query.</param>
    public async Task<HttpResponseMessage?> Send(
        HttpContext context, HttpMethod method, string pathAndQuery, IEnumerable<string> headers, HttpContent? body)
    {
        if (port.Address($"{AccountKey.Account}/{pathAndQuery}") is { } address)
        {
            try
            {
                using var request = new HttpRequestMessage(method, address) { Content = body };
                foreach (var name in headers)
                    Copy(context.Request.Headers[name], name, request);
                return await _http.SendAsync(request, context.RequestAborted);
            }
            catch (HttpRequestException)
            {
                // It is being started again.
            }
        }

        await Problem.Unavailable("Blob storage does not answer now. Try again.").ExecuteAsync(context);
        return null;
    }

    /// <summary>Gives those headers of the answer, where it has them, to the client.</summary>
    public static void CopyBack(HttpResponseMessage from, HttpResponse to, IEnumerable<string> headers)
    {
        foreach (var name in headers)
        {
            if (from.Headers.TryGetValues(name, out var values) || from.Content.Headers.TryGetValues(name, out values))
                to.Headers[name] = new StringValues([.. values]);
        }

        SecurityHeaders.Put(to);
    }

    public void Dispose() => _http.Dispose();

    private static void Copy(StringValues values, string name, HttpRequestMessage to)
    {
        if (values.Count > 0 && !to.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            to.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
    }
}
