using System.Net;
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
    public static Exception OfRead(CosmosAnswer answer, Exception? inner = null) =>
        new StoreUnavailableException(Text(answer), answer.RetryAfter, inner);

    /// <summary>
    /// The fault of a commit. Refused for load or by a lock (429, 449) nothing was written; after a timeout or a lost connection (408, 410,
    /// 500, 503) nobody knows.
    /// </summary>
    public static Exception OfCommit(CosmosAnswer answer, long bytes, Exception? inner = null) => answer.Status switch
    {
        HttpStatusCode.RequestEntityTooLarge => new CommitTooLargeException(bytes),
        HttpStatusCode.RequestTimeout or HttpStatusCode.Gone or HttpStatusCode.InternalServerError or HttpStatusCode.ServiceUnavailable =>
            new CommitUnknownException(Text(answer), inner),
        HttpStatusCode.TooManyRequests or RetryWith or _ => new StoreUnavailableException(Text(answer), answer.RetryAfter, inner),
    };

    private static string Text(CosmosAnswer answer) => $"Cosmos answered {(int)answer.Status}/{answer.SubStatus}: {answer.Message}";
}
