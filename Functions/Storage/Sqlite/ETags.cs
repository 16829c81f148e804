using System.Globalization;

namespace News.Functions.Storage.Sqlite;

/// <summary>The mark of one write: a random number in the file, its 16 hex digits outside.</summary>
internal static class ETags
{
    /// <summary>Random rather than counted, so that a document deleted and made again never gets an old one.</summary>
    public static long Next() => Random.Shared.NextInt64();

    /// <summary>What the port shows; expectations are compared as this text, so nothing ever needs parsing.</summary>
    public static string Text(long number) => number.ToString("x16", CultureInfo.InvariantCulture);
}
