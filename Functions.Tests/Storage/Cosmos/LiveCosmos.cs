using News.Functions.Storage.Cosmos;

namespace News.Functions.Tests.Storage.Cosmos;

/// <summary>The live account that tests may use.</summary>
public static class LiveCosmos
{
    private static readonly string[] _emulators = ["//127.0.0.1", "//localhost", "=http:"];

    /// <summary>Why a test that needs it is skipped.</summary>
    public const string Missing = "COSMOS_CONNECTION is not set";

    /// <summary>The connection string, or null.</summary>
    public static string? Connection { get; } = Environment.GetEnvironmentVariable("COSMOS_CONNECTION");

    /// <summary>Gateway mode for emulators, which are on this machine or speak plain HTTP.</summary>
    public static CosmosSettings Settings => new(
        null, Connection, "news-tests", "documents", Gateway: _emulators.Any(mark => Connection?.Contains(mark, StringComparison.Ordinal) == true));
}
