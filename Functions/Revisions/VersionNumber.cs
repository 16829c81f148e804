using System.Globalization;
using News.Domain;

namespace News.Functions.Revisions;

/// <summary>A version's number as it stands in an address.</summary>
public static class VersionNumber
{
    private const int Most = 999_999;

    /// <exception cref="Failure">It is none.</exception>
    public static int Parse(string text, string name = "n") =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most
            ? number
            : throw Failure.Invalid(name, "must be the number of a version");
}
