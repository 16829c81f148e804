using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using News.Functions.Http;

namespace News.Functions.Worker;

/// <summary>
/// Lets nobody in who did not come by Front Door: past it there is no limit on what one address may send, and the address itself
/// could be invented.
/// </summary>
/// <param name="frontDoorId">Which one is ours; it writes its id on every request.</param>
public sealed class DoorMiddleware(string frontDoorId) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && !CameBy(http.Request, frontDoorId))
            context.GetInvocationResult().Value = Problem.WrongDoor();
        else
            await next(context);
    }

    /// <summary>Whether the request passed that Front Door.</summary>
    public static bool CameBy(HttpRequest request, string frontDoorId) =>
        string.Equals(request.Headers["X-Azure-FDID"], frontDoorId, StringComparison.OrdinalIgnoreCase);
}
