using System.Security.Cryptography;
using System.Text;

namespace News.Domain.Media.Uploads;

/// <summary>What is known of an upload while it is worked on, and for a week after.</summary>
/// <param name="Progress">0 to 1.</param>
/// <param name="Reason">Why it was rejected, for the person who dropped it.</param>
/// <param name="Asset">What it became.</param>
/// <param name="Version">ETag of the file this is about; a file written over starts anew.</param>
/// <param name="Rounds">How often the sweep has taken it up because nothing had come of it.</param>
/// <param name="TriedAt">When the sweep last did.</param>
public sealed record UploadStatus(
    UploadState State,
    double Progress = 0,
    string? Reason = null,
    string? Asset = null,
    string? Version = null,
    int Rounds = 0,
    DateTimeOffset? TriedAt = null)
{
    public const string DocumentId = "upload";
    private const int IdLength = 32;

    /// <summary>How long it is kept after its last change.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>A file about which nothing is known yet.</summary>
    public static UploadStatus Waiting { get; } = new(UploadState.Waiting);

    public static string Partition(string uploadId) => $"upload:{uploadId}";

    /// <summary>Whether this can be the id of an upload.</summary>
    public static bool IsId(string text) => text.Length == IdLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The id of the upload that a blob is: the folder CreateUpload gave it; of a file put there without asking, a hash of its name.</summary>
    public static string IdOf(string blobName)
    {
        var folder = blobName.Split('/')[0];
        return IsId(folder) ? folder : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(blobName)))[..IdLength];
    }
}
