using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using News.Functions.Tests.EndToEnd.WorkerHost;
using Xunit;

namespace News.Functions.Tests.EndToEnd.WorkerFront;

public sealed class HttpFrontTests : IDisposable
{
    private readonly RequestForwarder _nowhere = new(new Uri("http://127.0.0.1:1"));

    public void Dispose() => _nowhere.Dispose();

    /// <summary>There is no worker behind the front: what would be run ends as 500, all else is the host's own answer.</summary>
    [Theory]
    [InlineData("GET", "/open/x", 500)]
    [InlineData("GET", "/OPEN/x/", 500)]
    [InlineData("HEAD", "/open/x", 404)]
    [InlineData("OPTIONS", "/open/x", 404)]
    [InlineData("GET", "/open/x/y", 404)]
    [InlineData("GET", "/desk/x", 401)]
    [InlineData("GET", "/desk/x?code=wrong", 401)]
    [InlineData("GET", "/desk/x?code=" + HostKeys.Function, 500)]
    [InlineData("GET", "/desk/x?code=" + HostKeys.Master, 500)]
    [InlineData("GET", "/admins?code=" + HostKeys.Function, 401)]
    [InlineData("GET", "/admins?code=" + HostKeys.Master, 500)]
    public async Task Request_ByMethodPathAndKey_GetsTheHostsAnswer(string method, string path, int expected)
    {
        await using var front = await Start(
            Function("Open", "anonymous", "open/{name}"),
            Function("Desk", "function", "desk/{*path}"),
            Function("Admins", "admin", "admins"));
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        Assert.Equal((HttpStatusCode)expected, await Status(front, request));
    }

    [Fact]
    public async Task Request_WithKeyInHeaderAndQuery_IsDecidedByTheHeader()
    {
        await using var front = await Start(Function("Desk", "function", "desk"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk?code=" + HostKeys.Function);
        request.Headers.Add("x-functions-key", "wrong");
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(front, request));
    }

    [Fact]
    public async Task Request_ThatTwoFunctionsMatch_GoesToTheFirstName()
    {
        await using var front = await Start(Function("b", "anonymous", "exact"), Function("A", "function", "{*path}"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/exact");
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(front, request));
    }

    private static WorkerFunction Function(string name, string level, string route)
    {
        var binding = $$"""{"name":"request","type":"httpTrigger","authLevel":"{{level}}","methods":["get"],"route":"{{route}}"}""";
        return new WorkerFunction(new RpcFunctionMetadata { Name = name, FunctionId = name, RawBindings = { binding } });
    }

    private Task<WebApplication> Start(params WorkerFunction[] functions)
    {
        var output = new WorkerOutput();
        var front = new HttpFront(new WorkerStream(output), _nowhere, output);
        return LoopbackServer.Start(HttpProtocols.Http1, services => services.AddRouting(), app => front.Map(app, functions), default);
    }

    private static async Task<HttpStatusCode> Status(WebApplication front, HttpRequestMessage request)
    {
        using var client = new HttpClient { BaseAddress = front.Address() };
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }
}
