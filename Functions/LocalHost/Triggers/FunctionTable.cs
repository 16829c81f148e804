using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace News.Functions.LocalHost.Triggers;

/// <summary>All functions of the app, in the order in which the Functions host matches them: alphabetical, whatever the case.</summary>
public sealed class FunctionTable
{
    private FunctionTable(IReadOnlyList<FunctionEntry> entries) => All = entries;

    public IReadOnlyList<FunctionEntry> All { get; }

    public IEnumerable<FunctionEntry> Http => All.Where(entry => entry.Kind == TriggerKind.Http);

    public IEnumerable<FunctionEntry> Timers => All.Where(entry => entry.Kind == TriggerKind.Timer);

    public IEnumerable<FunctionEntry> Blobs => All.Where(entry => entry.Kind == TriggerKind.Blob);

    public static FunctionTable Of(Assembly assembly) => Of(assembly.GetExportedTypes());

    /// <exception cref="StartRefusedException">A name used twice, or a function that the two hosts would not run alike.</exception>
    public static FunctionTable Of(IEnumerable<Type> types)
    {
        var entries = types.Where(type => type.IsClass).SelectMany(Functions)
            .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var (before, entry) in entries.Zip(entries.Skip(1)))
        {
            if (before.Name.Equals(entry.Name, StringComparison.OrdinalIgnoreCase))
                throw new StartRefusedException($"Two functions have the name {entry.Name}.");
        }
        entries.ForEach(Signature.Check);
        return new FunctionTable(entries);
    }

    private static IEnumerable<FunctionEntry> Functions(Type type) =>
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select Describe(function.Name, method);

    private static FunctionEntry Describe(string name, MethodInfo method) => Trigger(method) switch
    {
        HttpTriggerAttribute http => new FunctionEntry(name, TriggerKind.Http, method)
        {
            Route = http.Route ?? name,
            Methods = http.Methods ?? [],
            Level = http.AuthLevel,
        },
        TimerTriggerAttribute timer => new FunctionEntry(name, TriggerKind.Timer, method)
        {
            Schedule = timer.Schedule,
            RunOnStartup = timer.RunOnStartup,
        },
        BlobTriggerAttribute blob => new FunctionEntry(name, TriggerKind.Blob, method)
        {
            BlobPath = blob.BlobPath,
        },
        _ => throw new StartRefusedException($"The function {name} has no HTTP, timer or blob trigger."),
    };

    private static TriggerBindingAttribute? Trigger(MethodInfo method) =>
        method.GetParameters().Select(parameter => parameter.GetCustomAttribute<TriggerBindingAttribute>()).FirstOrDefault(IsThere);

    private static bool IsThere(TriggerBindingAttribute? trigger) => trigger is not null;
}
