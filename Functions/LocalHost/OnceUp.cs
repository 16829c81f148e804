namespace News.Functions.LocalHost;

/// <summary>
/// Something the app does on one machine once the site answers and has greeted, while it serves. Register it as a singleton; a step
/// that throws is noted in the log and the site goes on.
/// </summary>
public sealed record OnceUp(string Name, Func<IServiceProvider, CancellationToken, Task> Run);
