using System.Net.Sockets;

namespace News.Functions.Tests.EndToEnd.WorkerHost;

/// <summary>The talk between host and worker from the first message until every function is loaded.</summary>
internal sealed class WorkerHandshake(WorkerStream stream, WorkerProcess process, string appFolder, CancellationToken token)
{
    /// <summary>Returns where the worker takes HTTP requests and the functions it has.</summary>
    public async Task<(Uri HttpUri, IReadOnlyList<WorkerFunction> Functions)> Run(string workerId)
    {
        await process.WaitFor(stream.Expect(workerId), "start of the stream", token);
        var httpUri = await Initialize();
        var functions = await Metadata();
        foreach (var function in functions) await Load(function);
        await process.WaitFor(Reachable(httpUri), "first connection to its HTTP port", token);
        return (httpUri, [.. functions.Select(function => new WorkerFunction(function))]);
    }

    private async Task<Uri> Initialize()
    {
        var request = new WorkerInitRequest { HostVersion = "4.1037.0", WorkerDirectory = appFolder, FunctionAppDirectory = appFolder };
        var answer = (await Ask(new StreamingMessage { WorkerInitRequest = request }, "initialization")).WorkerInitResponse;
        Check(answer.Result, "initialization");
        return new Uri(answer.Capabilities["HttpUri"]);
    }

    private async Task<IReadOnlyList<RpcFunctionMetadata>> Metadata()
    {
        var request = new FunctionsMetadataRequest { FunctionAppDirectory = appFolder };
        var answer = (await Ask(new StreamingMessage { FunctionsMetadataRequest = request }, "metadata")).FunctionMetadataResponse;
        Check(answer.Result, "metadata");
        return answer.FunctionMetadataResults;
    }

    private async Task Load(RpcFunctionMetadata function)
    {
        var request = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function };
        var answer = await Ask(new StreamingMessage { FunctionLoadRequest = request }, $"loading {function.Name}");
        Check(answer.FunctionLoadResponse.Result, $"loading {function.Name}");
    }

    private Task<StreamingMessage> Ask(StreamingMessage message, string what) => process.WaitFor(stream.Ask(message), what, token);

    private static void Check(StatusResult result, string what)
    {
        if (!result.Succeeded()) throw new InvalidOperationException($"The worker refused: {what}. {result.Error()}");
    }

    private async Task<bool> Reachable(Uri address)
    {
        while (!process.Exited.IsCompleted)
        {
            using var client = new TcpClient();
            var connecting = client.ConnectAsync(address.Host, address.Port, token).AsTask();
            await connecting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (client.Connected) return true;
            await Task.Delay(TimeSpan.FromMilliseconds(20), token);
        }
        return false;
    }
}
