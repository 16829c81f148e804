namespace News.Domain;

/// <summary>An expected failure, with a sentence for the person who asked. The HTTP layer has one table from codes to statuses.</summary>
/// <param name="code">What kind of failure.</param>
/// <param name="detail">One or two sentences: what is wrong and what to do.</param>
/// <param name="errors">For <see cref="FailureCode.Invalid"/>: why, by field path such as <c>blocks[2].html</c>.</param>
public sealed class Failure(FailureCode code, string detail, IReadOnlyDictionary<string, string[]>? errors = null) : Exception(detail)
{
    public FailureCode Code { get; } = code;

    public IReadOnlyDictionary<string, string[]>? Errors { get; } = errors;

    /// <summary>A failure that names one field.</summary>
    public static Failure Invalid(string field, string why) =>
        new(FailureCode.Invalid, $"{field}: {why}", new Dictionary<string, string[]> { [field] = [why] });
}
