using System.Reflection;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace News.Functions.LocalHost.Triggers;

/// <summary>Lets through only the parameters and results that both hosts treat alike, so that none fails at its first request.</summary>
internal static class Signature
{
    /// <exception cref="StartRefusedException">With the function's name and what is wrong.</exception>
    public static void Check(FunctionEntry entry)
    {
        if (entry.Kind == TriggerKind.Http) CheckHttp(entry);
        if (entry.Kind == TriggerKind.Timer) CheckTimer(entry);
        if (entry.Kind == TriggerKind.Blob) CheckBlob(entry);
    }

    private static void CheckHttp(FunctionEntry entry)
    {
        if (!typeof(IResult).IsAssignableFrom(Awaited(entry.Method.ReturnType)))
            throw Wrong(entry, $"returns {entry.Method.ReturnType.Name}; it must return IResult, Task<IResult> or ValueTask<IResult>");
        var values = RouteValues(entry);
        foreach (var parameter in entry.Method.GetParameters())
        {
            var known = parameter.ParameterType == typeof(HttpRequest) || parameter.ParameterType == typeof(CancellationToken)
                || (values.Contains(parameter.Name!) && IsRouteValue(parameter.ParameterType));
            if (!known)
                throw Wrong(entry, $"has the parameter {Name(parameter)}; it may have HttpRequest, CancellationToken and route values");
        }
    }

    private static void CheckTimer(FunctionEntry entry)
    {
        CheckReturnsNothing(entry, "timer");
        if (entry.Method.GetParameters().FirstOrDefault(IsForeignToTimers) is { } foreign)
            throw Wrong(entry, $"has the parameter {Name(foreign)}; a timer may have a TimerInfo and a CancellationToken");
    }

    private static void CheckBlob(FunctionEntry entry)
    {
        CheckReturnsNothing(entry, "blob function");
        if (entry.Method.GetParameters().FirstOrDefault(IsForeignToBlobs) is { } foreign)
            throw Wrong(entry, $"has the parameter {Name(foreign)}; a blob function may have a BlobClient, a string name and a CancellationToken");
    }

    private static void CheckReturnsNothing(FunctionEntry entry, string kind)
    {
        if (entry.Method.ReturnType != typeof(void) && entry.Method.ReturnType != typeof(Task))
            throw Wrong(entry, $"returns {entry.Method.ReturnType.Name}; a {kind} must return void or Task");
    }

    private static bool IsForeignToBlobs(ParameterInfo parameter) =>
        parameter.ParameterType != typeof(BlobClient) && parameter.ParameterType != typeof(CancellationToken)
        && !(parameter.ParameterType == typeof(string) && parameter.Name == "name");

    private static bool IsForeignToTimers(ParameterInfo parameter) =>
        parameter.ParameterType != typeof(TimerInfo) && parameter.ParameterType != typeof(CancellationToken);

    private static Type Awaited(Type type)
    {
        var outer = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        return outer == typeof(Task<>) || outer == typeof(ValueTask<>) ? type.GetGenericArguments()[0] : type;
    }

    private static bool IsRouteValue(Type type) =>
        type == typeof(string) || type == typeof(int) || type == typeof(long) || type == typeof(Guid);

    private static HashSet<string> RouteValues(FunctionEntry entry)
    {
        try
        {
            var values = RoutePatternFactory.Parse(entry.Route!).Parameters;
            return values.Select(value => value.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        }
        catch (RoutePatternException fault)
        {
            throw Wrong(entry, $"has the route '{entry.Route}', which is not one: {fault.Message}");
        }
    }

    private static string Name(ParameterInfo parameter) => $"{parameter.ParameterType.Name} {parameter.Name}";

    private static StartRefusedException Wrong(FunctionEntry entry, string what) => new($"The function {entry.Name} {what}.");
}
