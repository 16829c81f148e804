using System.Security.Cryptography;
using System.Text;

namespace News.Domain.Media.Uploads;

/// <summary>What is known of an upload while it is worked on, and for a week after.</summary>
/// <param name="Progress">0 to 1.</param>
/// <param name="Reason">Why it was rejected, or what it waits for, for the person who dropped it.</param>
/// <param name="Asset">What it became.</param>
/// <param name="Version">ETag of the file this is about; a file written over starts anew.</param>
/// <param name="Rounds">How often the sweep has taken it up because nothing had come of it.</param>
/// <param name="TriedAt">When the sweep last did.</param>
/// <param name="CaptionsOf">The video it is to be captions of, as was said before it was sent.</param>
/// <param name="Lang">Their language.</param>
/// <param name="BeganAt">When the work on it began.</param>
/// <param name="ToldAt">When it had come so far as <paramref name="Progress"/> says.</param>
public sealed record UploadStatus(
    UploadState State,
    double Progress = 0,
    string? Reason = null,
    string? Asset = null,
    string? Version = null,
    int Rounds = 0,
    DateTimeOffset? TriedAt = null,
    string? CaptionsOf = null,
    string? Lang = null,
    DateTimeOffset? BeganAt = null,
    DateTimeOffset? ToldAt = null)
{
    public const string DocumentId = "upload";
    private const int IdLength = 32;

    /// <summary>Before this share is done, nobody can tell how long the rest takes.</summary>
    private const double Telling = 0.03;

    /// <summary>How long it is kept after its last change.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>A file about which nothing is known yet.</summary>
    public static UploadStatus Waiting { get; } = new(UploadState.Waiting);

    /// <summary>What this says of one version of the file: of another, only what was said before it was sent.</summary>
    public UploadStatus Of(string version) => Version == version ? this : Waiting with { Version = version, CaptionsOf = CaptionsOf, Lang = Lang };

    /// <summary>Whole seconds until it is done, if it goes on as it went; null while it is not worked on, or has hardly begun.</summary>
    public double? SecondsLeft(DateTimeOffset now)
    {
        if (State != UploadState.Processing || Progress < Telling || BeganAt is not { } began || ToldAt is not { } told)
            return null;
        return Math.Max(1, Math.Round(((told - began) * ((1 - Progress) / Progress) - (now - told)).TotalSeconds));
    }

    public static string Partition(string uploadId) => $"upload:{uploadId}";

    /// <summary>Whether this can be the id of an upload.</summary>
    public static bool IsId(string text) => text.Length == IdLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The id of the upload that a blob is: the folder CreateUpload gave it; of a file put there without asking, a hash of its name.</summary>
    public static string IdOf(string blobName) => IsAnnounced(blobName) ? Folder(blobName) : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(blobName)))[..IdLength];

    /// <summary>Whether CreateUpload gave the blob its place.</summary>
    public static bool IsAnnounced(string blobName) => IsId(Folder(blobName));

    private static string Folder(string blobName) => blobName.Split('/')[0];
}
