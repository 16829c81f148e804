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
    private readonly Queue<Func<TransactionalBatchResponse>> _answers = new();

    public CosmosWire()
    {
        Container.Setup(container => container.CreateTransactionalBatch(It.IsAny<PartitionKey>())).Returns<PartitionKey>(key =>
        {
            Sent.Add($"batch {key}");
            return Batch().Object;
        });
        Store = new(Container.Object, new(new TestMeters(), NullLogger<RequestCharges>.Instance));
    }

    public Mock<Container> Container { get; } = new(MockBehavior.Strict);

    /// <summary>Everything sent, in order.</summary>
    public List<string> Sent { get; } = [];

    public CosmosDocumentStore Store { get; }

    /// <summary>The next batch answers these statuses, an ETag <c>e0</c>, <c>e1</c>… with each success.</summary>
    public CosmosWire Answers(params HttpStatusCode[] statuses)
    {
        _answers.Enqueue(() => Response(statuses));
        return this;
    }

    /// <summary>The next batch fails as a whole.</summary>
    public CosmosWire Throws(Exception fault)
    {
        _answers.Enqueue(() => throw fault);
        return this;
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
        batch.Setup(b => b.ExecuteAsync(It.IsAny<CancellationToken>())).Returns(() => Task.FromResult(_answers.Dequeue()()));
        return batch;
    }

    private TransactionalBatch Note(Mock<TransactionalBatch> batch, string what, TransactionalBatchItemRequestOptions options)
    {
        Sent.Add($"{what}{(options.IfMatchEtag is { } etag ? $" if {etag}" : "")}{(options.EnableContentResponseOnWrite == false ? "" : " with content")}");
        return batch.Object;
    }

    private static TransactionalBatchResponse Response(HttpStatusCode[] statuses)
    {
        var failed = statuses.FirstOrDefault(status => (int)status >= 400 && status != HttpStatusCode.FailedDependency);
        var response = new Mock<TransactionalBatchResponse>();
        response.SetupGet(r => r.Count).Returns(statuses.Length);
        response.SetupGet(r => r.IsSuccessStatusCode).Returns(failed == default);
        response.SetupGet(r => r.StatusCode).Returns(failed == default ? HttpStatusCode.OK : failed);
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
