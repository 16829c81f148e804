using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using News.Functions.Http;

namespace News.Functions.LocalHost.Triggers;

/// <summary>One HTTP function as Kestrel calls it: the key first, then the function, then an answer to what went wrong.</summary>
internal sealed partial class HttpFunction(
    FunctionEntry entry, Premises premises, Faults faults, IServiceProvider services, ILogger<HttpFunction> logger)
{
    // Made at the first call: it takes milliseconds, and an app has dozens of functions.
    private readonly Lazy<RequestDelegate> _function = new(() => Compile(entry, services));

    public Task Invoke(HttpContext context) => Spans.AreKept ? Traced(context) : Run(context);

    private async Task Traced(HttpContext context)
    {
        using var span = Spans.OfRequest(entry.Name, ActivityKind.Server, context.Request.Headers.TraceParent, context.Request.Headers.TraceState);
        await Run(context);
        Spans.Answered(span, context, entry.Route);
    }

    private async Task Run(HttpContext context)
    {
        if (entry.Level != AuthorizationLevel.Anonymous && !premises.Key.Opens(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.CacheControl = CacheControlHeaderValue.NoStoreString;
            SecurityHeaders.Close(context.Response);
            return;
        }
        try
        {
            await _function.Value(context);
        }
        catch (Exception fault) when (ClientLeft(context, fault))
        {
            // Nobody is there to answer, and nothing is wrong with the site.
        }
        catch (Exception fault)
        {
            await Answer(context, fault);
        }
    }

    private static RequestDelegate Compile(FunctionEntry entry, IServiceProvider services)
    {
        var create = entry.Method.IsStatic ? null : ActivatorUtilities.CreateFactory(entry.Method.DeclaringType!, []);
        var options = new RequestDelegateFactoryOptions
        {
            ServiceProvider = services,
            RouteParameterNames = RoutePatternFactory.Parse(entry.Route!).Parameters.Select(value => value.Name),
            DisableInferBodyFromParameters = true,
        };
        // Functions stand on singletons alone; a scope for every request would cost as much as a whole read from the cache.
        return RequestDelegateFactory.Create(entry.Method, create is null ? null : _ => create(services, null), options).RequestDelegate;
    }

    private static bool ClientLeft(HttpContext context, Exception fault) =>
        context.RequestAborted.IsCancellationRequested && fault is OperationCanceledException or IOException;

    /// <summary>What has been written cannot be taken back: then the client must see a broken answer, not a whole wrong one.</summary>
    private async Task Answer(HttpContext context, Exception fault)
    {
        if (HasWritten(context.Response))
        {
            context.Abort();
            LogBroken(fault, context.Request.Method, context.Request.Path, entry.Name);
            return;
        }
        context.Response.Clear();
        await faults.Answer(context, fault).ExecuteAsync(context);
    }

    private static bool HasWritten(HttpResponse response) =>
        response.HasStarted || response.BodyWriter is { CanGetUnflushedBytes: true, UnflushedBytes: > 0 };

    [LoggerMessage(LogLevel.Error, "{Method} {Path} broke off in {Function}")]
    private partial void LogBroken(Exception fault, string method, string path, string function);
}
