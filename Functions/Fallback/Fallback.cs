using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using News.Functions.Http;
using News.Functions.Reading.Answers;

namespace News.Functions.Fallback;

/// <summary>What no other function answers: the start page, and a clear 404 for the rest.</summary>
public sealed class Fallback
{
    /// <summary>Hosts match functions by the alphabet; this one must come last.</summary>
    public const string Name = "z-fallback";

    [Function(Name)]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{*path}")] HttpRequest request, string? path) =>
        string.IsNullOrEmpty(path)
            ? ReadAnswer.Json(ApiIndex.Whole, NewsJson.Wire.ApiIndex)
            : Problem.NotFound($"There is nothing at /{path}. The API is described at /.");
}
