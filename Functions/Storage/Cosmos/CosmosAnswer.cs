using System.Globalization;
using System.Net;
using Azure.Identity;
using Microsoft.Azure.Cosmos;

namespace News.Functions.Storage.Cosmos;

/// <summary>What Cosmos, or the way to it, said to a call.</summary>
/// <param name="SubStatus">Why in particular; 0 where it is about the document itself.</param>
/// <param name="RetryAfter">How long Cosmos asks to be left alone; null where it does not say.</param>
/// <param name="Charge">In request units.</param>
public readonly record struct CosmosAnswer(HttpStatusCode Status, int SubStatus, TimeSpan? RetryAfter, double Charge, string Message)
{
    private const string SubStatusHeader = "x-ms-substatus";
    private const string RetryAfterHeader = "x-ms-retry-after-ms";

    /// <summary>
    /// Whether the document is not there. A missing container (1003) or a replica that is behind the session (1002) is 404 too, and says
    /// nothing about any document.
    /// </summary>
    public bool IsNothing => Status == HttpStatusCode.NotFound && SubStatus == 0;

    /// <summary>Of a read or one part of a page.</summary>
    public static CosmosAnswer Of(ResponseMessage response) => new(
        response.StatusCode,
        (int)(Number(response.Headers, SubStatusHeader) ?? 0),
        Number(response.Headers, RetryAfterHeader) is { } wait ? TimeSpan.FromMilliseconds(wait) : null,
        response.Headers.RequestCharge,
        response.ErrorMessage);

    /// <summary>Of a batch as a whole.</summary>
    public static CosmosAnswer Of(TransactionalBatchResponse response) => new(
        response.StatusCode,
        (int)(Number(response.Headers, SubStatusHeader) ?? 0),
        response.RetryAfter,
        response.RequestCharge,
        response.ErrorMessage);

    /// <summary>
    /// Of a call that threw; null where the fault is ours, or <paramref name="ct"/> fired. A connection that broke off, or a wait that the
    /// client itself gave up, is like a timeout; without a token nothing was sent.
    /// </summary>
    public static CosmosAnswer? Of(Exception fault, CancellationToken ct) => fault switch
    {
        OperationCanceledException when ct.IsCancellationRequested => null,
        CosmosException cosmos => new(cosmos.StatusCode, cosmos.SubStatusCode, cosmos.RetryAfter, cosmos.RequestCharge, cosmos.Message),
        AuthenticationFailedException => new(HttpStatusCode.Unauthorized, 0, null, 0, fault.Message),
        OperationCanceledException or HttpRequestException or IOException or TimeoutException =>
            new(HttpStatusCode.RequestTimeout, 0, null, 0, fault.Message),
        _ => null,
    };

    private static double? Number(Headers headers, string name) =>
        double.TryParse(headers[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
