using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace News.Functions.LocalHost.Triggers;

/// <summary>The HTTP functions as Kestrel's endpoints.</summary>
internal static class HttpRoutes
{
    /// <summary>
    /// The order makes the first function in the alphabet win, as on Azure, not the most precise template. Methods are left to
    /// <see cref="MethodPolicy"/>: the framework's own kind of endpoint would answer 405.
    /// </summary>
    public static void Map(IEndpointRouteBuilder routes, FunctionTable functions)
    {
        var create = ActivatorUtilities.CreateFactory<HttpFunction>([typeof(FunctionEntry)]);
        var endpoints = functions.Http.Select((entry, order) => new RouteEndpoint(
            create(routes.ServiceProvider, [entry]).Invoke,
            RoutePatternFactory.Parse(entry.Route!),
            order,
            new EndpointMetadataCollection(entry),
            entry.Name));
        routes.DataSources.Add(new DefaultEndpointDataSource(endpoints));
    }
}
