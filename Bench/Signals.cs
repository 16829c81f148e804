using System.Runtime.InteropServices;

namespace News.Bench;

/// <summary>Ctrl+C and SIGTERM, after which everything that was started is still ended and removed.</summary>
public sealed class Signals : IDisposable
{
    private readonly List<PosixSignalRegistration> _registrations;

    private Signals(CancellationTokenSource stop) => _registrations =
    [
        .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        })),
    ];

    /// <summary>From now on they cancel instead of ending the process at once.</summary>
    public static Signals Cancel(CancellationTokenSource stop) => new(stop);

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());
}
