using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using News.Functions.Storage.Cosmos;

namespace News.Functions.Tests.Storage.Cosmos;

/// <summary>A container that notes what is sent to it and answers as a test says.</summary>
public sealed class CosmosWire
{
    /// <summary>What every answer costs.</summary>
    public const double Charge = 2.5;

    private readonly Queue<Func<TransactionalBatchResponse>> _batches = new();
    private readonly Queue<Func<ResponseMessage>> _reads = new();

    public CosmosWire()
    {
        var meters = new TestMeters();
        Charges = new(meters);
        Container.Setup(container => container.CreateTransactionalBatch(It.IsAny<PartitionKey>())).Returns<PartitionKey>(key =>
        {
            Sent.Add($"batch {key}");
            return Batch().Object;
        });
        Container
            .Setup(container => container.ReadItemStreamAsync(It.IsAny<string>(), It.IsAny<PartitionKey>(), null, It.IsAny<CancellationToken>()))
            .Returns<string, PartitionKey, ItemRequestOptions, CancellationToken>((id, key, _, _) =>
            {
                Sent.Add($"read {key} {id}");
                return Task.FromResult(_reads.Dequeue()());
            });
        Store = new(Container.Object, new(meters, NullLogger<RequestCharges>.Instance));
    }

    public Mock<Container> Container { get; } = new(MockBehavior.Strict);

    /// <summary>Everything sent, in order.</summary>
    public List<string> Sent { get; } = [];

    public CosmosDocumentStore Store { get; }

    /// <summary>What the store says its calls cost.</summary>
    public ChargeLog Charges { get; }

    /// <summary>The next batch answers these statuses, an ETag <c>e0</c>, <c>e1</c>… with each success.</summary>
    public CosmosWire Answers(params HttpStatusCode[] statuses) => Answers(0, statuses);

    /// <summary>The same with a sub-status, as a batch has it that fails as one: the SDK then repeats its status for every change.</summary>
    public CosmosWire Answers(int subStatus, params HttpStatusCode[] statuses)
    {
        _batches.Enqueue(() => Response(statuses, subStatus));
        return this;
    }

    /// <summary>The next batch fails in the SDK.</summary>
    public CosmosWire Throws(Exception fault, Action? before = null)
    {
        _batches.Enqueue(() =>
        {
            before?.Invoke();
            throw fault;
        });
        return this;
    }

    /// <summary>The next point read answers so.</summary>
    public CosmosWire Reads(HttpStatusCode status, string body = "", int subStatus = 0)
    {
        _reads.Enqueue(() => Message(status, body, subStatus));
        return this;
    }

    /// <summary>The next point read fails in the SDK.</summary>
    public CosmosWire ReadThrows(Exception fault)
    {
        _reads.Enqueue(() => throw fault);
        return this;
    }

    /// <summary>An answer of the stream API.</summary>
    public static ResponseMessage Message(HttpStatusCode status, string body, int subStatus = 0)
    {
        var message = new ResponseMessage(status) { Content = new MemoryStream(Encoding.UTF8.GetBytes(body)) };
        message.Headers.Add("x-ms-request-charge", Charge.ToString(CultureInfo.InvariantCulture));
        message.Headers.Add("x-ms-substatus", subStatus.ToString(CultureInfo.InvariantCulture));
        if (status == HttpStatusCode.TooManyRequests)
            message.Headers.Add("x-ms-retry-after-ms", "250");
        return message;
    }

    private Mock<TransactionalBatch> Batch()
    {
        var batch = new Mock<TransactionalBatch>(MockBehavior.Strict);
        batch.Setup(b => b.CreateItemStream(It.IsAny<Stream>(), It.IsAny<TransactionalBatchItemRequestOptions>()))
            .Returns<Stream, TransactionalBatchItemRequestOptions>((body, options) => Note(batch, $"create {Text(body)}", options));
        batch.Setup(b => b.UpsertItemStream(It.IsAny<Stream>(), It.IsAny<TransactionalBatchItemRequestOptions>()))
            .Returns<Stream, TransactionalBatchItemRequestOptions>((body, options) => Note(batch, $"upsert {Text(body)}", options));
        batch.Setup(b => b.ReplaceItemStream(It.IsAny<string>(), It.IsAny<Stream>(), It.IsAny<TransactionalBatchItemRequestOptions>()))
            .Returns<string, Stream, TransactionalBatchItemRequestOptions>((id, body, options) => Note(batch, $"replace {id} {Text(body)}", options));
        batch.Setup(b => b.DeleteItem(It.IsAny<string>(), It.IsAny<TransactionalBatchItemRequestOptions>()))
            .Returns<string, TransactionalBatchItemRequestOptions>((id, options) => Note(batch, $"delete {id}", options));
        batch.Setup(b => b.ExecuteAsync(It.IsAny<CancellationToken>())).Returns(() => Task.FromResult(_batches.Dequeue()()));
        return batch;
    }

    private TransactionalBatch Note(Mock<TransactionalBatch> batch, string what, TransactionalBatchItemRequestOptions options)
    {
        var condition = options.IfMatchEtag is { } etag ? $" if {etag}" : "";
        Sent.Add(what + condition + (options.EnableContentResponseOnWrite == false ? "" : " with content"));
        return batch.Object;
    }

    private static TransactionalBatchResponse Response(HttpStatusCode[] statuses, int subStatus)
    {
        var failed = statuses.FirstOrDefault(status => (int)status >= 400 && status != HttpStatusCode.FailedDependency);
        var response = new Mock<TransactionalBatchResponse>();
        response.SetupGet(r => r.Count).Returns(statuses.Length);
        response.SetupGet(r => r.IsSuccessStatusCode).Returns(failed == default);
        response.SetupGet(r => r.StatusCode).Returns(failed == default ? HttpStatusCode.OK : failed);
        response.SetupGet(r => r.Headers).Returns(new Headers { { "x-ms-substatus", subStatus.ToString(CultureInfo.InvariantCulture) } });
        response.SetupGet(r => r.RequestCharge).Returns(Charge);
        response.SetupGet(r => r.RetryAfter).Returns(failed == HttpStatusCode.TooManyRequests ? TimeSpan.FromMilliseconds(250) : null);
        response.Setup(r => r[It.IsAny<int>()]).Returns<int>(index => Result(statuses[index], index));
        return response.Object;
    }

    private static TransactionalBatchOperationResult Result(HttpStatusCode status, int index)
    {
        var result = new Mock<TransactionalBatchOperationResult>();
        result.SetupGet(r => r.StatusCode).Returns(status);
        result.SetupGet(r => r.ETag).Returns($"e{index}");
        return result.Object;
    }

    private static string Text(Stream body) => Encoding.UTF8.GetString(((MemoryStream)body).ToArray());
}
