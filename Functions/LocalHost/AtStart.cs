namespace News.Functions.LocalHost;

/// <summary>
/// Something the app does once on one machine before the first request and the first timer, such as repairing what a crash
/// left behind. Register it as a singleton; steps run one after the other in the order of registration, after the start of
/// the app's hosted services, each in a scope of its own. A step that throws ends the start.
/// </summary>
public sealed record AtStart(string Name, Func<IServiceProvider, CancellationToken, Task> Run);
