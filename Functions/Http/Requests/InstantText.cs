using System.Globalization;

namespace News.Functions.Http.Requests;

/// <summary>Moments as clients write them: ISO 8601 with an offset, for without one nobody knows which moment is meant.</summary>
public static class InstantText
{
    /// <summary>How it should look, for messages.</summary>
    public const string Example = "2026-01-31T08:00:00+07:00";

    private static readonly string[] _formats = ["yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz"];

    /// <summary>The moment in UTC.</summary>
    public static bool TryParse(string text, out DateTimeOffset moment) => DateTimeOffset.TryParseExact(
        text.Replace("Z", "+00:00", StringComparison.OrdinalIgnoreCase),
        _formats,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AdjustToUniversal,
        out moment);
}
