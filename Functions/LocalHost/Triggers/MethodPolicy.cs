using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace News.Functions.LocalHost.Triggers;

/// <summary>Passes over functions that do not list the request's method; where none does the answer is an empty 404, as on Azure.</summary>
internal sealed class MethodPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => 0;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<FunctionEntry>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates[i].Endpoint.Metadata.GetMetadata<FunctionEntry>() is { } entry && !entry.Accepts(httpContext.Request.Method))
                candidates.SetValidity(i, false);
        }
        return Task.CompletedTask;
    }
}
