using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using News.Domain;
using News.Functions.Storage.Blobs;
using News.Functions.Storage.Faults;

namespace News.Functions.Http;

/// <summary>Turns what a function throws into an answer, and notes in the log what nobody expected.</summary>
public sealed partial class Faults(ILogger<Faults> logger)
{
    /// <summary>The answer to an exception that came out of an HTTP function.</summary>
    public IResult Answer(HttpContext context, Exception fault)
    {
        switch (fault)
        {
            case Failure failure:
                return Problem.Of(failure);
            case StoreUnavailableException unavailable:
                LogUnavailable(context.Request.Method, context.Request.Path, unavailable.Message);
                return Problem.Unavailable("The store cannot answer now. Try again.", unavailable.RetryAfter);
            case CommitUnknownException unknown:
                LogUnavailable(context.Request.Method, context.Request.Path, unknown.Message);
                return Problem.Unavailable("It is not known whether the change was saved. Read it back before you try again.");
            case CommitTooLargeException:
                return Problem.Of(new Failure(FailureCode.TooLarge, "The change is larger than the store takes in one piece."));
            case BadHttpRequestException bad:
                return Problem.Of(new Failure(bad.StatusCode == 413 ? FailureCode.TooLarge : FailureCode.Invalid, "The request could not be read."));
            case var passing when BlobFaults.IsPassing(passing):
                LogUnavailable(context.Request.Method, context.Request.Path, passing.Message);
                return Problem.Unavailable("Blob storage does not answer now. Try again.");
            default:
                LogUnexpected(fault, context.Request.Method, context.Request.Path);
                return Problem.Unexpected();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path}: {Why}")]
    private partial void LogUnavailable(string method, string path, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private partial void LogUnexpected(Exception fault, string method, string path);
}
