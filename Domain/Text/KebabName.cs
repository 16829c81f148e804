using System.Text.Json;

namespace News.Domain.Text;

/// <summary>The names of an enum's values as they stand in JSON and in addresses: <c>EMagazine</c> is <c>e-magazine</c>.</summary>
public static class KebabName
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>All names, in order.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Of);

    /// <summary>The value of exactly this name.</summary>
    public static bool TryParse<T>(string? name, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            value = candidate;
            if (Of(candidate) == name)
                return true;
        }

        value = default;
        return false;
    }
}
