using System.Diagnostics;
using OpenTelemetry;

namespace News.Functions.Telemetry;

/// <summary>Spans on their way out, without keys and signatures.</summary>
public sealed class CleanSpans : BaseProcessor<Activity>
{
    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        foreach (var (name, value) in data.Tags.ToList())
        {
            if (value is not null && Redaction.Clean(value) is var clean && clean != value)
                data.SetTag(name, clean);
        }
    }
}
