namespace News.Domain.Articles;

/// <summary>What readers see of an article, and since when.</summary>
/// <param name="Revision">The version whose content is published.</param>
/// <param name="At">First publication, UTC, whole milliseconds; never changes.</param>
/// <param name="UpdatedAt">Last publication.</param>
/// <param name="Corrections">Dated corrections, oldest first.</param>
public sealed record Publication(int Revision, DateTimeOffset At, DateTimeOffset UpdatedAt, IReadOnlyList<Correction> Corrections);
