using System.Text.Json;
using System.Text.Json.Serialization;

namespace News.Domain.Text;

/// <summary>An enum in JSON as its names in kebab case, and nothing else: numbers are refused.</summary>
public sealed class KebabEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
