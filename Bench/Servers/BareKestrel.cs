using System.Collections.Frozen;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace News.Bench.Servers;

/// <summary>What Kestrel itself can do: one delegate, a dictionary of ready bodies, no routing, no functions.</summary>
public static class BareKestrel
{
    /// <summary>The argument that makes this program be it.</summary>
    public const string Mode = "kestrel";

    /// <summary>Serves until the process ends.</summary>
    public static async Task Run(int port, AnswerFolder folder)
    {
        var answers = folder.All().ToFrozenDictionary(answer => answer.Target, answer => Ready.Of(answer, folder.Body(answer)));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        await using var app = builder.Build();
        app.Run(context => Serve(context, answers));
        await app.RunAsync();
    }

    private static Task Serve(HttpContext context, FrozenDictionary<string, Ready> answers)
    {
        var response = context.Response;
        if (!answers.TryGetValue(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, out var answer))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        if (context.Request.Headers.IfNoneMatch == answer.ETag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        return response.Body.WriteAsync(answer.Body).AsTask();
    }

    /// <summary>An answer whose parts need no more work.</summary>
    private sealed record Ready(byte[] Body, string ContentType, StringValues ETag, KeyValuePair<string, StringValues>[] Headers)
    {
        private const string TypeHeader = "Content-Type";

        public static Ready Of(Answer answer, byte[] body) => new(
            body,
            answer.Headers[TypeHeader],
            answer.Headers["ETag"],
            [.. answer.Headers.Where(header => header.Key != TypeHeader).Select(header => KeyValuePair.Create(header.Key, new StringValues(header.Value)))]);
    }
}
