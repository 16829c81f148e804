using OpenTelemetry;
using OpenTelemetry.Logs;

namespace News.Functions.Telemetry;

/// <summary>Log records on their way out, without keys and signatures. Of a fault they keep what <see cref="Redaction"/> leaves of it.</summary>
public sealed class CleanLogs : BaseProcessor<LogRecord>
{
    /// <inheritdoc/>
    public override void OnEnd(LogRecord data)
    {
        data.FormattedMessage = data.FormattedMessage is { } message ? Redaction.Clean(message) : null;
        List<KeyValuePair<string, object?>> attributes = [.. (data.Attributes ?? []).Select(Clean)];
        if (data.Exception is { } fault)
        {
            attributes.Add(new("exception.type", fault.GetType().FullName));
            attributes.Add(new("exception.message", Redaction.Clean(fault.Message)));
            attributes.Add(new("exception.stacktrace", Redaction.Clean(fault.ToString())));
            data.Exception = null;
        }

        data.Attributes = attributes;
    }

    private static KeyValuePair<string, object?> Clean(KeyValuePair<string, object?> attribute) =>
        attribute.Value is string text ? new(attribute.Key, Redaction.Clean(text)) : attribute;
}
