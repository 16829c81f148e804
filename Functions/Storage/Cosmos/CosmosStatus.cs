using System.Net;
using Microsoft.Azure.Cosmos;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.Cosmos;

/// <summary>What each status of Cosmos means to the port. 404, 409 and 412 are answers and not faults.</summary>
public static class CosmosStatus
{
    private const HttpStatusCode RetryWith = (HttpStatusCode)449;

    /// <summary>Why a change of a batch was refused; null when its status is no answer.</summary>
    public static Refusal? Refused(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Conflict => Refusal.Exists,
        HttpStatusCode.NotFound => Refusal.Missing,
        HttpStatusCode.PreconditionFailed => Refusal.Changed,
        _ => null,
    };

    /// <summary>The fault of a read or page.</summary>
    public static Exception OfRead(HttpStatusCode status, TimeSpan? retryAfter, string message) =>
        new StoreUnavailableException($"Cosmos answered {(int)status}: {message}", retryAfter);

    /// <summary>
    /// The fault of a commit. Refused for load or by a lock (429, 449) nothing was written; after a timeout or a lost connection (408, 410,
    /// 500, 503) nobody knows.
    /// </summary>
    public static Exception OfCommit(HttpStatusCode status, TimeSpan? retryAfter, string message, long bytes) => status switch
    {
        HttpStatusCode.RequestEntityTooLarge => new CommitTooLargeException(bytes),
        HttpStatusCode.RequestTimeout or HttpStatusCode.Gone or HttpStatusCode.InternalServerError or HttpStatusCode.ServiceUnavailable =>
            new CommitUnknownException($"Cosmos answered {(int)status}: {message}"),
        HttpStatusCode.TooManyRequests or RetryWith or _ => new StoreUnavailableException($"Cosmos answered {(int)status}: {message}", retryAfter),
    };

    /// <summary>Whether an exception of the SDK is about the connection or the service, and not about us.</summary>
    public static bool IsTransport(Exception fault) => fault is CosmosException or HttpRequestException or TimeoutException;

    /// <summary>Its status; a connection that broke off is like a timeout.</summary>
    public static (HttpStatusCode Status, TimeSpan? RetryAfter) Of(Exception fault) =>
        fault is CosmosException cosmos ? (cosmos.StatusCode, cosmos.RetryAfter) : (HttpStatusCode.RequestTimeout, null);
}
