using System.Globalization;
using Microsoft.Azure.Cosmos;

namespace News.Functions.Storage.Cosmos;

/// <summary>How long Cosmos asks to be left alone.</summary>
public static class RetryAfter
{
    private const string Header = "x-ms-retry-after-ms";

    /// <summary>The wait; null where the answer names none.</summary>
    public static TimeSpan? Of(Headers headers) =>
        double.TryParse(headers[Header], NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds)
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;
}
