using News.Domain.Media.Uploads;
using News.Domain.Reading.Pictures;

namespace News.Functions.Media.Uploads;

/// <summary>What has become of an upload.</summary>
/// <param name="Progress">0 to 1.</param>
/// <param name="Reason">Why it was rejected.</param>
/// <param name="Asset">What it is now, once ready.</param>
public sealed record UploadView(UploadState State, double Progress, string? Reason, PictureView? Asset);
