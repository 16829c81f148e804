namespace News.Functions.Tests.Storage.Cost;

/// <summary>What a call costs on Cosmos DB by the published numbers; docs/cost.md names their sources.</summary>
public static class RequestUnits
{
    private const double LeastInsert = 5.5;
    private const double Query = 2.9;
    private const double QueryKilobyte = 0.5;

    /// <summary>Point reads and writes by size.</summary>
    private static readonly (double Kilobytes, double Read, double Write)[] _published =
    [
        (1, 1.00, 4.95), (2, 1.04, 6.29), (4, 1.14, 6.67), (8, 1.33, 7.04), (16, 1.67, 9.52), (32, 2.19, 11.23), (64, 4.76, 22.67),
        (128, 9.95, 48.19), (256, 20.28, 98.29), (512, 40.95, 184.57), (1024, 145.90, 625.00), (2048, 291.80, 1250.00),
    ];

    /// <summary>In request units.</summary>
    public static double Of(StoreCall call) => call.Kind switch
    {
        StoreCall.Sort.Read => Between(call.Documents[0].After, row => row.Read),
        StoreCall.Sort.Page => Query + (QueryKilobyte * call.Documents.Sum(document => document.After) / 1024),
        _ => OfCommit(call.Documents),
    };

    /// <summary>A batch is the sum of its operations; one that deletes what is missing fails, is charged, and is sent again.</summary>
    private static double OfCommit(IReadOnlyList<CountedDocument> changes)
    {
        var once = changes.Sum(change => change switch
        {
            { Before: 0, After: 0 } => 0,
            { Before: 0 } => Insert(change.After),
            { After: 0 } => Insert(change.Before),
            _ => 2 * Insert(change.After),
        });
        return changes.Any(change => change is { Before: 0, After: 0 }) ? (2 * once) + 1 : once;
    }

    private static double Insert(int bytes) => Math.Max(LeastInsert, Between(bytes, row => row.Write));

    /// <summary>On the straight line between the two sizes nearest to this one.</summary>
    private static double Between(int bytes, Func<(double Kilobytes, double Read, double Write), double> column)
    {
        var kilobytes = Math.Max(bytes / 1024.0, 1);
        var upper = Array.FindIndex(_published, 1, row => row.Kilobytes >= kilobytes);
        var (low, high) = (_published[upper - 1], _published[upper]);
        return column(low) + ((column(high) - column(low)) * (kilobytes - low.Kilobytes) / (high.Kilobytes - low.Kilobytes));
    }
}
