namespace News.Functions;

/// <summary>Something that must be so before the site can serve; each capability registers its own.</summary>
/// <param name="Name">As <c>/health/ready</c> names it while it is not so.</param>
/// <param name="IsReady">Answers within moments; a throw counts as no.</param>
public sealed record ReadinessCheck(string Name, Func<CancellationToken, ValueTask<bool>> IsReady);
