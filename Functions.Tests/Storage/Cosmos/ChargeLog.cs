using System.Diagnostics.Metrics;
using News.Functions.Storage.Cosmos;

namespace News.Functions.Tests.Storage.Cosmos;

/// <summary>Sums what a store's calls cost, from the metric that operators see.</summary>
public sealed class ChargeLog : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly List<(string Operation, double Charge)> _noted = [];

    /// <param name="meters">Whose meters to listen to; other tests have their own.</param>
    public ChargeLog(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == RequestCharges.MeterName && instrument.Meter.Scope == meters)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>(Note);
        _listener.Start();
    }

    /// <summary>Each call, in order.</summary>
    public IReadOnlyList<(string Operation, double Charge)> Noted
    {
        get
        {
            lock (_lock)
                return [.. _noted];
        }
    }

    /// <summary>The calls since the last time, as <c>read 2 calls 2.00 RU, …</c>.</summary>
    public string Take()
    {
        lock (_lock)
        {
            var text = string.Join(", ", _noted
                .GroupBy(call => call.Operation)
                .Select(calls => FormattableString.Invariant($"{calls.Key} {calls.Count()} calls {calls.Sum(call => call.Charge):F2} RU")));
            _noted.Clear();
            return text;
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Note(Instrument instrument, double charge, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        lock (_lock)
            _noted.Add(((string)tags[0].Value!, charge));
    }
}
