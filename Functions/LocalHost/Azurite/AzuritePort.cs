using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace News.Functions.LocalHost.Azurite;

/// <summary>
/// Where Azurite listens now: a free port, another after each of its starts. The storage client keeps one address for ever, and each
/// request goes to this port; the signatures on requests and on upload addresses do not cover it.
/// </summary>
public sealed class AzuritePort : HttpPipelineSynchronousPolicy
{
    private volatile int _port;

    /// <summary>Null while Azurite is not up.</summary>
    public int? Number
    {
        get => _port == 0 ? null : _port;
        set => _port = value ?? 0;
    }

    /// <summary>How a request gets there.</summary>
    /// <param name="pathAndQuery">As sent, from the account's name on.</param>
    public Uri? Address(string pathAndQuery) => Number is { } port ? new($"http://127.0.0.1:{port}/{pathAndQuery}") : null;

    /// <inheritdoc/>
    /// <exception cref="RequestFailedException">Azurite is not up; without a status, so that the client tries again.</exception>
    public override void OnSendingRequest(HttpMessage message) =>
        message.Request.Uri.Port = Number ?? throw new RequestFailedException("Azurite is not up yet.");
}
