using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;

namespace News.Functions.Tests.EndToEnd.WorkerHost;

/// <summary>The host's end of the message stream: everything is sent through one writer, every answer goes to the one who asked.</summary>
internal sealed class WorkerStream(WorkerOutput output) : FunctionRpc.FunctionRpcBase
{
    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _awaited = new();

    /// <summary>The worker's answer with this request id, or its very first message, which has the worker's id instead.</summary>
    public Task<StreamingMessage> Expect(string id) =>
        _awaited.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Sends a message under a request id of its own and hands back the answer; fails once the stream has ended.</summary>
    public Task<StreamingMessage> Ask(StreamingMessage message)
    {
        if (message.RequestId.Length == 0) message.RequestId = Guid.NewGuid().ToString();
        var answer = Expect(message.RequestId);
        if (!Tell(message)) Fail(message.RequestId);
        return answer;
    }

    /// <summary>Sends a message that has no answer; false when the stream has ended.</summary>
    public bool Tell(StreamingMessage message) => _outgoing.Writer.TryWrite(message);

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream,
        IServerStreamWriter<StreamingMessage> responseStream,
        ServerCallContext context)
    {
        var sending = Send(responseStream, context.CancellationToken);
        try
        {
            await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken)) Receive(message);
        }
        finally
        {
            _outgoing.Writer.TryComplete();
            foreach (var id in _awaited.Keys) Fail(id);
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Send(IServerStreamWriter<StreamingMessage> stream, CancellationToken token)
    {
        await foreach (var message in _outgoing.Reader.ReadAllAsync(token)) await stream.WriteAsync(message, token);
    }

    private void Receive(StreamingMessage message)
    {
        if (message.ContentCase == StreamingMessage.ContentOneofCase.RpcLog) output.Add(message.RpcLog);
        else if (_awaited.TryRemove(message.StartStream?.WorkerId ?? message.RequestId, out var answer)) answer.TrySetResult(message);
    }

    private void Fail(string id)
    {
        if (_awaited.TryRemove(id, out var answer)) answer.TrySetException(new IOException("The worker's stream has ended."));
    }
}
