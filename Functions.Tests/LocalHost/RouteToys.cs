using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using static Microsoft.Azure.Functions.Worker.AuthorizationLevel;

namespace News.Functions.Tests.LocalHost;

/// <summary>Small HTTP functions, given to the local host by name so that the app's own discovery never sees them.</summary>
internal static class RouteToys
{
    public static Type[] All =>
        [typeof(Greet), typeof(Save), typeof(Erase), typeof(Any), typeof(Fallback), typeof(Faulty), typeof(Poll)];

    internal sealed class Greet
    {
        [Function(nameof(Greet))]
        public Task<IResult> Run(
            [HttpTrigger(Anonymous, "get", Route = "toys/{name}")] HttpRequest request, string name, CancellationToken ct) =>
            Task.FromResult(Results.Text($"{request.Method} {name}"));
    }

    internal sealed class Save(Visits visits)
    {
        [Function(nameof(Save))]
        public async ValueTask<IResult> Run([HttpTrigger(AuthorizationLevel.Function, "put", Route = "toys/{name}")] HttpRequest request)
        {
            await Task.Yield();
            visits.Add(request.Method);
            return Results.NoContent();
        }
    }

    internal sealed class Erase
    {
        [Function(nameof(Erase))]
        public IResult Run([HttpTrigger(Admin, "delete", Route = "toys/{name}")] HttpRequest request) => Results.NoContent();
    }

    internal sealed class Any
    {
        [Function("Any-method")]
        public static IResult Run([HttpTrigger(Anonymous, Route = "any")] HttpRequest request) => Results.Text(request.Method);
    }

    internal sealed class Faulty
    {
        [Function(nameof(Faulty))]
        public async Task<IResult> Run([HttpTrigger(Anonymous, "get", Route = "faulty/{when}")] HttpRequest request, string when)
        {
            request.HttpContext.Response.Headers.ETag = "\"half\"";
            if (when == "after") await request.HttpContext.Response.WriteAsync("half");
            throw new InvalidOperationException("toy");
        }
    }

    /// <summary>Waits until its client leaves.</summary>
    internal sealed class Poll(Visits visits)
    {
        [Function(nameof(Poll))]
        public async Task<IResult> Run([HttpTrigger(Anonymous, "get", Route = "poll")] HttpRequest request, CancellationToken ct)
        {
            visits.Add("came");
            await using var left = ct.Register(() => visits.Add("left"));
            await Task.Delay(Timeout.Infinite, ct);
            return Results.NoContent();
        }
    }

    internal sealed class Fallback
    {
        [Function("z-fallback")]
        public IResult Run(
            [HttpTrigger(Anonymous, "get", "head", Route = "{*path}")] HttpRequest request, string? path) =>
            Results.Text($"fallback {path}");
    }
}
