namespace News.Functions.Http;

/// <summary>RFC 9457 problem details with a field map.</summary>
/// <param name="Type">Stable: <c>urn:news:problem:…</c>.</param>
/// <param name="Instance">The path asked for, without its query.</param>
/// <param name="Errors">Why, by field; empty unless fields are at fault.</param>
public sealed record ProblemBody(
    string Type, string Title, int Status, string Detail, string Instance, IReadOnlyDictionary<string, string[]> Errors);
