using News.Domain.Media;

namespace News.Bench.Pictures;

/// <summary>What it took.</summary>
/// <param name="PeakKilobytes">The most memory the process ever had.</param>
/// <param name="Files">The set that was made, where the program chose it.</param>
public sealed record MakeAnswer(double Milliseconds, long PeakKilobytes, IReadOnlyList<PictureFile>? Files = null);
