using System.Globalization;
using News.Domain.Articles;
using News.Domain.Media.Uploads;
using News.Functions.Storage.Blobs;
using News.Functions.Storage.Media;

namespace News.Functions.Media.Processing;

/// <summary>Puts aside what can never be processed: nothing that an editor dropped is thrown away.</summary>
public sealed class Rejection(BlobAccount account, UploadStatuses statuses)
{
    private const int LongestName = 1_024;

    /// <summary>Moves the file, with the reason beside it, and tells whoever asks.</summary>
    /// <param name="reason">A sentence for the person who dropped it.</param>
    public async Task Reject(HeldUpload upload, string reason, CancellationToken ct)
    {
        using var step = Spans.Start("media.reject");
        var metadata = new Dictionary<string, string>
        {
            ["reason"] = Uri.EscapeDataString(reason),
            ["name"] = Uri.EscapeDataString(upload.FileName),
        };
        await upload.CopyTo(account.Rejected.GetBlobClient(NameOf(upload)), metadata, ct);
        await statuses.Write(upload.Id, new(UploadState.Rejected, 1, reason, Version: upload.Version), ct);
        await upload.Delete(ct);
    }

    /// <summary>One for each version of each file, so that none takes another's place.</summary>
    private static string NameOf(HeldUpload upload)
    {
        var version = new string([.. upload.Version.Where(char.IsAsciiLetterOrDigit)]);
        var name = string.Create(CultureInfo.InvariantCulture, $"{Instant.Sortable(upload.DroppedAt)}-{version}/{upload.Name}");
        return name.Length > LongestName ? name[..LongestName].TrimEnd('/', '.') : name;
    }
}
