using Azure;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace News.Functions.Storage.Blobs;

/// <summary>Makes the containers once the account answers, so that no request has to.</summary>
public sealed partial class BlobSetUp(BlobAccount account, TimeProvider time, ILogger<BlobSetUp> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether the account has answered and has its containers.</summary>
    public bool IsDone { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (account.IsNamed && !IsDone)
        {
            try
            {
                await account.CreateMissing(stoppingToken);
                IsDone = true;
            }
            catch (Exception fault) when (BlobFaults.IsPassing(fault))
            {
                LogWaiting(fault.Message);
                await Task.Delay(_pause, time, stoppingToken);
            }
            catch (RequestFailedException fault)
            {
                LogFailed(fault);
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The storage account does not answer yet: {Why}")]
    private partial void LogWaiting(string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "The storage account refuses to make its containers")]
    private partial void LogFailed(Exception fault);
}
