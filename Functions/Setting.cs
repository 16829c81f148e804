namespace News.Functions;

/// <summary>One thing that can be set.</summary>
/// <param name="Key">As <c>--Section:Key=value</c>; as an environment variable with <c>__</c> for the colon.</param>
/// <param name="Default">What holds when nobody sets it; empty where that depends on the host.</param>
/// <param name="Meaning">One line, as in the README's table.</param>
/// <param name="Fault">Why it cannot have a value; null when it can. Not given where any text will do.</param>
/// <param name="OneMachine">The default on one machine, where it is another there.</param>
public sealed record Setting(string Key, string Default, string Meaning, Func<string, string?>? Fault = null, string? OneMachine = null);
