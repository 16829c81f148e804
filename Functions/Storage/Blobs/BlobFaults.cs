using Azure;

namespace News.Functions.Storage.Blobs;

/// <summary>Tells what may pass from what will not.</summary>
public static class BlobFaults
{
    private const int TooMany = 429;
    private const int Timeout = 408;

    /// <summary>Whether the account could not be reached or could not serve now, so that the same call may succeed later.</summary>
    public static bool IsPassing(Exception fault) => fault switch
    {
        // No status: no answer at all. Several faults: each of the client's own tries.
        RequestFailedException { Status: 0 or Timeout or TooMany or >= 500 } => true,
        AggregateException { InnerExceptions: var tries } => tries.All(IsPassing),
        _ => false,
    };
}
