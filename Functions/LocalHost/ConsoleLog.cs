using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace News.Functions.LocalHost;

/// <summary>Log lines for a person at a terminal: the time of day, how bad it is, and what happened, all on one line.</summary>
public sealed class ConsoleLog(TimeProvider time) : ConsoleFormatter(LineName)
{
    private const string LineName = "line";
    private const string Host = "Microsoft.Extensions.Hosting.Internal.Host";
    private const string Requests = "Microsoft.AspNetCore.Hosting.Diagnostics";

    /// <summary>
    /// The news app speaks, the libraries only warn, unless <c>Logging:LogLevel</c> settings say otherwise. Lines go to
    /// standard error; standard output has the greeting alone.
    /// </summary>
    public static void Use(WebApplicationBuilder builder)
    {
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter(nameof(News), LogLevel.Information);
        // It logs what ends the site as critical, and the same before as an error; and a failed start is told by LocalSite.
        builder.Logging.AddFilter(Host, LogLevel.Critical);
        // As long as it may log anything it makes an activity and a scope for every request.
        builder.Logging.AddFilter(Requests, LogLevel.None);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddConsoleFormatter<ConsoleLog, ConsoleFormatterOptions>();
        builder.Logging.AddConsole(console =>
        {
            console.FormatterName = LineName;
            console.LogToStandardErrorThreshold = LogLevel.Trace;
        });
    }

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var clock = time.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        var cause = logEntry.Exception is { } fault ? $" | {Describe(fault)}" : "";
        textWriter.WriteLine($"{clock} {Word(logEntry.LogLevel)} {message.ReplaceLineEndings(" ")}{cause}");
    }

    /// <summary>Every exception of the chain, and where in this app the innermost came from, on one line.</summary>
    internal static string Describe(Exception fault)
    {
        var chain = new List<string>();
        for (var one = fault; one is not null; one = one.InnerException)
            chain.Add($"{one.GetType().Name}: {one.Message}{(one.InnerException is null ? Place(one) : "")}");
        return string.Join(" | ", chain).ReplaceLineEndings(" ");
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Information => "info ",
        LogLevel.Warning => "warn ",
        LogLevel.Error or LogLevel.Critical => "ERROR",
        _ => "debug",
    };

    private static string Place(Exception fault)
    {
        var frames = fault.StackTrace?.Split('\n') ?? [];
        var place = frames.FirstOrDefault(frame => frame.Contains($" {nameof(News)}.", StringComparison.Ordinal))
            ?? frames.FirstOrDefault();
        return place is null ? "" : $" {place.Trim()}";
    }
}
