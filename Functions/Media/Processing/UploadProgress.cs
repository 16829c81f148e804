using News.Domain.Media.Uploads;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Processing;

/// <summary>Tells whoever asks how far one upload is.</summary>
public sealed class UploadProgress(UploadStatuses statuses, HeldUpload upload, TimeProvider time)
{
    /// <summary>The share of the whole, by the clock, after which the file is read.</summary>
    public const double Read = 0.1;

    /// <summary>Smaller steps are not worth a write.</summary>
    private const double Step = 0.01;

    /// <summary>Nor are faster ones, unless they are large.</summary>
    private const double LargeStep = 0.05;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    private UploadStatus _status = UploadStatus.Waiting;
    private int _writing;
    private long _wroteAt;

    /// <summary>Begins, with what is remembered of earlier tries of this very file.</summary>
    /// <returns>What is known of the upload.</returns>
    public async Task<UploadStatus> Begin(CancellationToken ct)
    {
        var before = await statuses.Read(upload.Id, ct);
        var known = (before ?? UploadStatus.Waiting).Of(upload.Version);
        await Write(known with { State = UploadState.Processing, Progress = 0, Reason = null, Asset = null, BeganAt = time.GetUtcNow() }, ct);
        return _status;
    }

    /// <summary>So much is done, from 0 to 1. What comes while the last is being written is left out.</summary>
    public async Task At(double progress, CancellationToken ct)
    {
        var step = progress - _status.Progress;
        if (step < Step || (step < LargeStep && time.GetElapsedTime(_wroteAt) < _pause) || Interlocked.Exchange(ref _writing, 1) == 1)
            return;
        try
        {
            await Write(_status with { Progress = progress, ToldAt = time.GetUtcNow() }, ct);
        }
        finally
        {
            Interlocked.Exchange(ref _writing, 0);
        }
    }

    /// <summary>It is this asset now.</summary>
    public Task Ready(string asset, CancellationToken ct) => Write(_status with { State = UploadState.Ready, Progress = 1, Asset = asset }, ct);

    /// <summary>Nothing more can be done with it now.</summary>
    public Task Wait(string reason, CancellationToken ct) => Write(_status with { State = UploadState.Waiting, Progress = 0, Reason = reason }, ct);

    private async Task Write(UploadStatus status, CancellationToken ct)
    {
        await statuses.Write(upload.Id, status, ct);
        (_status, _wroteAt) = (status, time.GetTimestamp());
    }
}
