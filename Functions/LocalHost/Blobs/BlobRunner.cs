using System.Diagnostics;
using System.Reflection;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using News.Functions.LocalHost.Azurite;
using News.Functions.LocalHost.Triggers;
using News.Functions.Storage.Blobs;

namespace News.Functions.LocalHost.Blobs;

/// <summary>
/// Runs each blob function for what is dropped into its container, up to eight at a time. One that throws is tried five times in half
/// a second; then the blob is left where it is, as on Azure, where a message in the poison queue says so. Here the log does.
/// </summary>
public sealed partial class BlobRunner(
    IReadOnlyList<BlobFunction> functions,
    IServiceProvider services,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<BlobRunner> logger) : BackgroundService
{
    private const int AtOnce = 8;
    private const int Tries = 5;
    private const int NoContainer = 404;
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _betweenTries = TimeSpan.FromMilliseconds(125);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (services.GetService<BlobAccount>() is not { IsNamed: true } account)
            return;
        // As timers do, blob functions end while the last requests are drained.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        try
        {
            await Task.WhenAll(functions.Select(function => Keep(function, account, stopping.Token)));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The site stops.
        }
    }

    private async Task Keep(BlobFunction function, BlobAccount account, CancellationToken ct)
    {
        var container = account.Service.GetBlobContainerClient(function.Container);
        var receipts = BlobReceipts.In(services.GetRequiredService<Premises>().Folder.Path, function.Entry.Name);
        var watch = new BlobWatch(container, receipts, alone: services.GetService<AzuritePort>() is not null);
        var workers = Enumerable.Range(0, AtOnce).Select(_ => Work(function, container, watch, ct)).ToList();
        while (!ct.IsCancellationRequested)
        {
            await TryLook(watch, ct);
            await Task.Delay(_interval, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(workers);
    }

    private async Task TryLook(BlobWatch watch, CancellationToken ct)
    {
        try
        {
            await watch.Look(ct);
        }
        catch (Exception fault) when (BlobFaults.IsPassing(fault) || fault is RequestFailedException { Status: NoContainer })
        {
            LogWaiting(fault.Message);
        }
        catch (RequestFailedException fault)
        {
            LogRefused(fault);
        }
    }

    private async Task Work(BlobFunction function, BlobContainerClient container, BlobWatch watch, CancellationToken ct)
    {
        await foreach (var (blob, etag) in watch.Found(ct))
        {
            var interrupted = true;
            try
            {
                await Run(function.Entry, container.GetBlobClient(blob), blob, ct);
                interrupted = false;
            }
            finally
            {
                watch.Done(blob, etag, interrupted);
            }
        }
    }

    private async Task Run(FunctionEntry entry, BlobClient blob, string name, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            using var span = Spans.OfRequest(entry.Name, ActivityKind.Consumer);
            try
            {
                await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
                await Call(entry.Method, scope.ServiceProvider, blob, name, ct);
                return;
            }
            catch (Exception fault) when (!(fault is OperationCanceledException && ct.IsCancellationRequested))
            {
                Spans.Failed(span, fault);
                LogFailed(fault, entry.Name, name, attempt, Tries);
                await Task.Delay(_betweenTries, time, ct);
            }
        }

        LogGivenUp(entry.Name, name);
    }

    private static async Task Call(MethodInfo method, IServiceProvider services, BlobClient blob, string name, CancellationToken ct)
    {
        var target = method.IsStatic ? null : ActivatorUtilities.CreateInstance(services, method.DeclaringType!);
        object[] arguments = [.. method.GetParameters().Select(parameter => Argument(parameter, blob, name, ct))];
        if (method.Invoke(target, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null) is Task task) await task;
    }

    private static object Argument(ParameterInfo parameter, BlobClient blob, string name, CancellationToken ct) =>
        parameter.ParameterType == typeof(BlobClient) ? blob : parameter.ParameterType == typeof(string) ? name : ct;

    [LoggerMessage(LogLevel.Debug, "The container cannot be looked through yet: {Why}")]
    private partial void LogWaiting(string why);

    [LoggerMessage(LogLevel.Error, "The container cannot be looked through")]
    private partial void LogRefused(Exception fault);

    [LoggerMessage(LogLevel.Warning, "{Function} failed on {Blob}, try {Attempt} of {Tries}")]
    private partial void LogFailed(Exception fault, string function, string blob, int attempt, int tries);

    [LoggerMessage(LogLevel.Error, "{Function} gave up on {Blob}; it stays where it is")]
    private partial void LogGivenUp(string function, string blob);
}
