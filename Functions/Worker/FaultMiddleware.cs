using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using News.Functions.Http;

namespace News.Functions.Worker;

/// <summary>
/// Answers what an HTTP function throws. Blob and timer functions are left alone: the Functions host must see them fail to run them again.
/// </summary>
public sealed class FaultMiddleware(Faults faults) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client went away; there is nobody to answer.
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            context.GetInvocationResult().Value = faults.Answer(http, Unwrap(fault));
        }
    }

    private static Exception Unwrap(Exception fault) => fault is AggregateException { InnerException: { } inner } ? inner : fault;
}
