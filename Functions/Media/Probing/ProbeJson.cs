using System.Text.Json.Serialization;

namespace News.Functions.Media.Probing;

/// <summary>ffprobe's own spelling.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ProbedFile))]
internal sealed partial class ProbeJson : JsonSerializerContext;
