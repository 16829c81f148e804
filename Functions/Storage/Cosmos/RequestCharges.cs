using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace News.Functions.Storage.Cosmos;

/// <summary>What every call costs in request units: a metric, and a field in the log.</summary>
public sealed partial class RequestCharges : IDisposable
{
    public const string MeterName = "News.Storage";

    private readonly ILogger<RequestCharges> _logger;
    private readonly Meter _meter;
    private readonly Histogram<double> _charges;

    public RequestCharges(IMeterFactory meters, ILogger<RequestCharges> logger)
    {
        _logger = logger;
        _meter = meters.Create(MeterName);
        _charges = _meter.CreateHistogram<double>("store.request_charge", "RU", "Request units of one call to Cosmos DB");
    }

    /// <summary>Notes the charge of one call.</summary>
    /// <param name="operation"><c>read</c>, <c>page</c> or <c>commit</c>.</param>
    public void Note(string operation, string pk, double charge)
    {
        _charges.Record(charge, new KeyValuePair<string, object?>("operation", operation));
        LogCharge(operation, pk, charge);
    }

    public void Dispose() => _meter.Dispose();

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Operation} in {Partition} cost {RequestCharge} RU")]
    private partial void LogCharge(string operation, string partition, double requestCharge);
}
