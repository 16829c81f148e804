using System.Text.Json;
using Google.Protobuf;
using Microsoft.AspNetCore.Routing;

namespace News.Functions.Tests.EndToEnd.WorkerHost;

/// <summary>The messages that run a function, one for each kind of trigger.</summary>
internal static class TriggerMessages
{
    private const string TimerData =
        """
        {"Schedule":{"AdjustForDST":true},"IsPastDue":false,"ScheduleStatus":
        {"Last":"2024-05-01T00:00:00+00:00","Next":"2024-05-01T00:10:00+00:00","LastUpdated":"2024-05-01T00:00:00+00:00"}}
        """;

    public static StreamingMessage Http(WorkerFunction function, string invocationId, RouteValueDictionary values)
    {
        var message = Invocation(function, invocationId, new TypedData { Http = new RpcHttp() });
        foreach (var (name, value) in values)
        {
            if (value is not null) message.InvocationRequest.TriggerMetadata[name] = new TypedData { String = $"{value}" };
        }
        return message;
    }

    public static StreamingMessage Timer(WorkerFunction function) =>
        Invocation(function, Guid.NewGuid().ToString(), new TypedData { Json = TimerData });

    public static StreamingMessage Blob(WorkerFunction function, string container, string blobName)
    {
        var connection = function.Connection ?? "AzureWebJobsStorage";
        var reference = new ModelBindingData
        {
            Version = "1.0",
            Source = "AzureStorageBlobs",
            ContentType = "application/json",
            Content = Json(new { Connection = connection, ContainerName = container, BlobName = blobName }),
        };
        var message = Invocation(function, Guid.NewGuid().ToString(), new TypedData { ModelBindingData = reference });
        message.InvocationRequest.TriggerMetadata["name"] = new TypedData { String = blobName };
        return message;
    }

    public static StreamingMessage Cancel(string invocationId) =>
        new() { InvocationCancel = new InvocationCancel { InvocationId = invocationId } };

    private static StreamingMessage Invocation(WorkerFunction function, string invocationId, TypedData data) => new()
    {
        RequestId = invocationId,
        InvocationRequest = new InvocationRequest
        {
            InvocationId = invocationId,
            FunctionId = function.Id,
            InputData = { new ParameterBinding { Name = function.Parameter, Data = data } },
            TraceContext = new RpcTraceContext(),
        },
    };

    private static ByteString Json(object value) => ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(value));
}
