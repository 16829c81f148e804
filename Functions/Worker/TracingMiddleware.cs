using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace News.Functions.Worker;

/// <summary>A span for each function that runs, as a part of the Functions host's own trace, until its answer is written.</summary>
public sealed class TracingMiddleware : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        // The host has made the server's span already; this one is within.
        var span = Spans.OfRequest(
            context.FunctionDefinition.Name, ActivityKind.Internal, context.TraceContext.TraceParent, context.TraceContext.TraceState);
        try
        {
            await next(context);
        }
        catch (Exception fault)
        {
            Spans.Failed(span, fault);
            span?.Dispose();
            throw;
        }

        var outcome = context.GetInvocationResult();
        if (span is not null && outcome.Value is IResult answer)
            outcome.Value = new TracedAnswer(answer, span);
        else
            span?.Dispose();
    }

    /// <summary>The worker executes answers after all middleware.</summary>
    private sealed class TracedAnswer(IResult answer, Activity span) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            using var ending = span;
            Activity.Current = span;
            await answer.ExecuteAsync(httpContext);
            Spans.Answered(span, httpContext, null);
        }
    }
}
