using System.Globalization;
using News.Domain.Text;

namespace News.Functions;

/// <summary>Why a setting cannot have a value, in words that follow its name; null when it can.</summary>
public static class SettingFault
{
    public static string? OfSwitch(string value) => bool.TryParse(value, out _) ? null : "must be true or false";

    public static string? OfCount(string value) =>
        uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : "must be a whole number, at least 0";

    /// <summary>Of a whole number within bounds, both included.</summary>
    public static Func<string, string?> OfNumber(int least, int most) => value =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least:N0} to {most:N0}");

    public static string? OfText(string value) => string.IsNullOrWhiteSpace(value) ? "must not be empty" : null;

    public static string? OfLanguage(string value) => LanguageTag.IsOne(value) ? null : "must be a language tag such as vi or en-GB";

    /// <summary>Of an address that others are made from by adding a path.</summary>
    public static string? OfAddress(string value) => Links.IsWeb(value) && !value.AsSpan().ContainsAny('?', '#')
        ? null
        : "must be an address that browsers can open, such as https://news.example.org";
}
