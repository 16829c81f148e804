using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace News.Functions.Tests.EndToEnd.WorkerFront;

/// <summary>Passes a client's request to the worker's HTTP port and the answer back, changing only what belongs to a connection.</summary>
internal sealed class RequestForwarder(Uri httpUri) : IDisposable
{
    private static readonly HashSet<string> _connectionHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authorization",
        "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Host",
    };

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
    });

    /// <summary>Returns as soon as the head of the answer is there.</summary>
    public async Task<HttpResponseMessage> Send(HttpContext context, string invocationId, CancellationToken token)
    {
        using var message = new HttpRequestMessage(new HttpMethod(context.Request.Method), Target(context)) { Content = Content(context) };
        foreach (var (name, values) in context.Request.Headers) Copy(name, values, message);
        Set(message, "x-ms-invocation-id", invocationId);
        Set(message, "X-Forwarded-For", $"{context.Connection.RemoteIpAddress}");
        Set(message, "X-Forwarded-Host", context.Request.Host.Value);
        Set(message, "X-Forwarded-Proto", context.Request.Scheme);
        return await _client.SendAsync(message, token);
    }

    /// <summary>Writes the answer on as it comes in; one without a body is not started, so that it can still become another.</summary>
    public static async Task Answer(HttpResponseMessage answer, HttpResponse response, CancellationToken token)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            if (!_connectionHeaders.Contains(name)) response.Headers[name] = new StringValues([.. values]);
        }
        await answer.Content.CopyToAsync(response.Body, token);
    }

    public void Dispose() => _client.Dispose();

    private Uri Target(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var exact = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        return new Uri(httpUri.GetLeftPart(UriPartial.Authority) + target, exact);
    }

    private static HttpContent? Content(HttpContext context)
    {
        var hasBody = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? false;
        if (hasBody) return new StreamContent(context.Request.Body);
        return context.Request.ContentType is null ? null : new ByteArrayContent([]);
    }

    private static void Copy(string name, StringValues values, HttpRequestMessage message)
    {
        if (_connectionHeaders.Contains(name)) return;
        var isForRequest = message.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        if (!isForRequest) message.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
    }

    private static void Set(HttpRequestMessage message, string name, string? value)
    {
        message.Headers.Remove(name);
        message.Headers.TryAddWithoutValidation(name, value);
    }
}
