namespace News.Functions;

/// <summary>Something that the site waits for; each capability registers its own.</summary>
/// <param name="Name">As <c>/health/ready</c> names it while it is not so.</param>
/// <param name="IsReady">Answers within moments; a throw counts as no.</param>
/// <param name="ForReaders">Whether readers cannot be served without; what only editors need is named, but takes no instance out of service.</param>
public sealed record ReadinessCheck(string Name, Func<CancellationToken, ValueTask<bool>> IsReady, bool ForReaders = true);
