namespace News.Functions.LocalHost.Triggers;

/// <summary>What makes a function run.</summary>
public enum TriggerKind
{
    Http,
    Timer,
    Blob,
}
