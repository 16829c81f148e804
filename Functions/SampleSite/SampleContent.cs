using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace News.Functions.SampleSite;

/// <summary>The sample site's texts, which travel in the assembly.</summary>
public static class SampleContent
{
    /// <summary>The sections in the order of the menu.</summary>
    public static IReadOnlyList<SampleSection> Sections() => Read("sections", NewsJson.Wire.IReadOnlyListSampleSection);

    /// <summary>A section's articles, oldest first, so that each stands after those it points to.</summary>
    public static IReadOnlyList<SampleArticle> Articles(string section) => Read(section, NewsJson.Wire.IReadOnlyListSampleArticle);

    private static T Read<T>(string name, JsonTypeInfo<T> type)
    {
        using var file = typeof(SampleContent).Assembly.GetManifestResourceStream($"SampleSite.{name}.json")
            ?? throw new InvalidDataException($"The sample site has no {name}.");
        return JsonSerializer.Deserialize(file, type)!;
    }
}
