using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using News.Functions.Tests.EndToEnd.WorkerHost;

namespace News.Functions.Tests.EndToEnd.WorkerFront;

/// <summary>Plays the Functions host for HTTP clients: finds the function, checks the key, runs it and passes its answer on.</summary>
internal sealed class HttpFront(WorkerStream stream, RequestForwarder forwarder, WorkerOutput output)
{
    /// <summary>Tries the functions in the order of their names, as the Functions host does; what none takes is an empty 404.</summary>
    public void Map(IApplicationBuilder app, IEnumerable<WorkerFunction> functions)
    {
        var routes = new RouteCollection();
        var resolver = app.ApplicationServices.GetRequiredService<IInlineConstraintResolver>();
        var ordered = functions.Where(function => function.IsHttp).OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var function in ordered) routes.Add(Route(function, resolver));
        app.UseRouter(routes);
    }

    private Route Route(WorkerFunction function, IInlineConstraintResolver resolver)
    {
        var constraints = new Dictionary<string, object>();
        if (function.Methods.Count > 0) constraints["httpMethod"] = new HttpMethodRouteConstraint([.. function.Methods]);
        var handler = new RouteHandler(context => Answer(function, context));
        return new Route(handler, function.Route, null, constraints, null, resolver);
    }

    private async Task Answer(WorkerFunction function, HttpContext context)
    {
        var status = Refusal(function, context);
        if (status is null) await Run(function, context);
        else context.Response.StatusCode = status.Value;
    }

    private static int? Refusal(WorkerFunction function, HttpContext context)
    {
        if (!HostKeys.Allow(function.AuthLevel, context.Request)) return StatusCodes.Status401Unauthorized;
        if (context.Request.ContentLength is null or <= LoopbackServer.MaxBody) return null;
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        return StatusCodes.Status500InternalServerError;
    }

    private async Task Run(WorkerFunction function, HttpContext context)
    {
        var invocationId = Guid.NewGuid().ToString();
        try
        {
            await Buffer(context.Request, context.RequestAborted);
            await Forward(function, context, invocationId);
        }
        catch (Exception error)
        {
            output.Add($"{context.Request.Method} {context.Request.Path}: {error.Message}");
            if (context.RequestAborted.IsCancellationRequested) stream.Tell(TriggerMessages.Cancel(invocationId));
            Fail(context);
        }
    }

    /// <summary>The Functions host reads a body of known length to its end before it runs anything; a chunked one it streams.</summary>
    private static async Task Buffer(HttpRequest request, CancellationToken token)
    {
        if (request.ContentLength is null or 0) return;
        request.EnableBuffering();
        await request.Body.DrainAsync(token);
        request.Body.Position = 0;
    }

    private async Task Forward(WorkerFunction function, HttpContext context, string invocationId)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var invocation = stream.Ask(TriggerMessages.Http(function, invocationId, context.GetRouteData().Values));
        var sending = forwarder.Send(context, invocationId, giveUp.Token);
        try
        {
            if (await Task.WhenAny(sending, invocation) == invocation) await EnsureSuccess(invocation);
            using var answer = await sending;
            await RequestForwarder.Answer(answer, context.Response, context.RequestAborted);
            await EnsureSuccess(invocation);
        }
        finally
        {
            await giveUp.CancelAsync();
        }
    }

    private static async Task EnsureSuccess(Task<StreamingMessage> invocation)
    {
        var error = (await invocation).InvocationResponse.Result.Error();
        if (error is not null) throw new InvalidOperationException(error);
    }

    /// <summary>Of a function that failed the worker's HTTP port says 200; as long as nothing of it went out, it becomes a 500.</summary>
    private static void Fail(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }
}
