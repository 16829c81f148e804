using System.Text.RegularExpressions;

namespace News.Functions.Telemetry;

/// <summary>Takes keys and signatures out of whatever is to be sent on: our own lines have none, but libraries' faults quote addresses.</summary>
public static partial class Redaction
{
    /// <summary>The text with every <c>code</c> and <c>sig</c> of a query made unreadable; the same object where there is none.</summary>
    public static string Clean(string text) =>
        text.Contains('=', StringComparison.Ordinal) ? Secret().Replace(text, "$1=REDACTED") : text;

    [GeneratedRegex(@"(?<![\w-])(code|sig|x-functions-key)=[^&\s""'<>]+", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
