using News.Domain.Media.Uploads;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Processing;

/// <summary>Tells whoever asks how far one upload is.</summary>
public sealed class UploadProgress(UploadStatuses statuses, HeldUpload upload)
{
    /// <summary>Smaller steps are not worth a write.</summary>
    private const double Step = 0.05;

    private UploadStatus _status = UploadStatus.Waiting;
    private int _writing;

    /// <summary>Begins, with what is remembered of earlier tries of this very file.</summary>
    public async Task Begin(CancellationToken ct)
    {
        var before = await statuses.Read(upload.Id, ct);
        var known = before?.Version == upload.Version ? before : UploadStatus.Waiting with { Version = upload.Version };
        await Write(known with { State = UploadState.Processing, Progress = 0, Reason = null, Asset = null }, ct);
    }

    /// <summary>So much is done, from 0 to 1. What comes while the last is being written is left out.</summary>
    public async Task At(double progress, CancellationToken ct)
    {
        if (progress < _status.Progress + Step || Interlocked.Exchange(ref _writing, 1) == 1)
            return;
        try
        {
            await Write(_status with { Progress = progress }, ct);
        }
        finally
        {
            Interlocked.Exchange(ref _writing, 0);
        }
    }

    /// <summary>It is this asset now.</summary>
    public Task Ready(string asset, CancellationToken ct) => Write(_status with { State = UploadState.Ready, Progress = 1, Asset = asset }, ct);

    private async Task Write(UploadStatus status, CancellationToken ct)
    {
        await statuses.Write(upload.Id, status, ct);
        _status = status;
    }
}
