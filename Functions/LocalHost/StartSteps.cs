using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace News.Functions.LocalHost;

/// <summary>Runs the app's <see cref="AtStart"/> steps; hosted services are awaited in order, and the server is the last of them.</summary>
internal sealed partial class StartSteps(IEnumerable<AtStart> steps, IServiceScopeFactory scopes, ILogger<StartSteps> logger)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            LogStep(step.Name);
            await using var scope = scopes.CreateAsyncScope();
            await step.Run(scope.ServiceProvider, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Debug, "At start: {Step}")]
    private partial void LogStep(string step);
}
