namespace News.Functions.Tests.Reading;

/// <summary>Whether the store is out.</summary>
public sealed class Outage
{
    public bool Now { get; set; }
}
