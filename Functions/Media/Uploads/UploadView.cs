using News.Domain.Media.Uploads;
using News.Domain.Reading;

namespace News.Functions.Media.Uploads;

/// <summary>What has become of an upload.</summary>
/// <param name="Progress">0 to 1.</param>
/// <param name="SecondsLeft">Until it is ready, as far as can be told; null before and after.</param>
/// <param name="Reason">Why it was rejected, or what it waits for.</param>
/// <param name="Asset">What it is now, once ready.</param>
public sealed record UploadView(UploadState State, double Progress, double? SecondsLeft, string? Reason, IMediaView? Asset);
