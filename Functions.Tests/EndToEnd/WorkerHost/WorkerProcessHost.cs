using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using News.Functions.Tests.EndToEnd.WorkerFront;

namespace News.Functions.Tests.EndToEnd.WorkerHost;

/// <summary>The real worker process of a built function app, driven over its gRPC protocol as the Functions host drives it.</summary>
public sealed class WorkerProcessHost : IAsyncDisposable
{
    private static readonly TimeSpan _drain = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan _cleanup = TimeSpan.FromSeconds(10);
    private readonly WorkerOutput _output = new();
    private readonly WorkerStream _stream;
    private WebApplication? _rpc;
    private WorkerProcess? _process;
    private RequestForwarder? _forwarder;
    private WebApplication? _front;

    private WorkerProcessHost() => _stream = new WorkerStream(_output);

    /// <summary>Where clients send their requests, as they would to the Functions host.</summary>
    public Uri BaseAddress => _front!.Address();

    public IReadOnlyList<WorkerFunction> Functions { get; private set; } = [];

    public int ProcessId => _process!.Id;

    /// <summary>The last lines the worker wrote, its log, and what failed.</summary>
    public string Output => _output.ToString();

    /// <summary>Returns when every function is loaded; the settings become environment variables of the worker.</summary>
    public static async Task<WorkerProcessHost> Start(
        string appFolder,
        IReadOnlyDictionary<string, string> settings,
        CancellationToken token = default)
    {
        var host = new WorkerProcessHost();
        try
        {
            await host.Connect(Path.GetFullPath(appFolder), settings, token);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a timer function as if it were due.</summary>
    public Task<TriggerOutcome> InvokeTimer(string name, CancellationToken token = default) =>
        Invoke(TriggerMessages.Timer(Function(name)), name, token);

    /// <summary>Runs a blob function once, as for one change of the blob; nothing is tried again.</summary>
    public Task<TriggerOutcome> InvokeBlob(string name, string container, string blobName, CancellationToken token = default) =>
        Invoke(TriggerMessages.Blob(Function(name), container, blobName), name, token);

    /// <summary>Ends the worker as the platform does, so that it may finish what it does; returns its exit code.</summary>
    public Task<int> Terminate() => Terminate(_process!, _drain);

    /// <summary>Ends the worker at once, as a crash would; returns its exit code.</summary>
    public Task<int> Kill() => _process!.Kill();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await Terminate(_process, _cleanup);
        if (_front is not null) await _front.DisposeAsync();
        if (_rpc is not null) await _rpc.DisposeAsync();
        _forwarder?.Dispose();
        _process?.Dispose();
    }

    private async Task Connect(string appFolder, IReadOnlyDictionary<string, string> settings, CancellationToken token)
    {
        _rpc = await LoopbackServer.Start(HttpProtocols.Http2, AddRpc, app => app.MapGrpcService<WorkerStream>(), token);
        var workerId = Guid.NewGuid().ToString();
        _process = new WorkerProcess(appFolder, Arguments(_rpc.Address(), workerId), settings, _output);
        (var httpUri, Functions) = await new WorkerHandshake(_stream, _process, appFolder, token).Run(workerId);
        _forwarder = new RequestForwarder(httpUri);
        var front = new HttpFront(_stream, _forwarder, _output);
        _front = await LoopbackServer.Start(HttpProtocols.Http1, AddRouting, app => front.Map(app, Functions), token);
    }

    private Task<int> Terminate(WorkerProcess process, TimeSpan patience)
    {
        _stream.Tell(new StreamingMessage { WorkerTerminate = new WorkerTerminate() });
        return process.Terminate(patience);
    }

    private void AddRpc(IServiceCollection services)
    {
        services.AddSingleton(_stream);
        services.AddGrpc(options => options.MaxReceiveMessageSize = options.MaxSendMessageSize = null);
    }

    private static void AddRouting(IServiceCollection services) => services.AddRouting();

    private static string[] Arguments(Uri rpc, string workerId) =>
    [
        "--functions-uri", rpc.GetLeftPart(UriPartial.Authority),
        "--functions-worker-id", workerId,
        "--functions-request-id", Guid.NewGuid().ToString(),
        "--functions-grpc-max-message-length", $"{int.MaxValue}",
    ];

    private async Task<TriggerOutcome> Invoke(StreamingMessage message, string name, CancellationToken token)
    {
        var id = message.RequestId;
        await using var cancelling = token.Register(() => _stream.Tell(TriggerMessages.Cancel(id)));
        var answer = await _process!.WaitFor(_stream.Ask(message), $"invocation of {name}", token);
        var error = answer.InvocationResponse.Result.Error();
        return new TriggerOutcome(error is null, error);
    }

    private WorkerFunction Function(string name) => Functions.Single(function => function.Name == name);
}
