using News.Domain.Articles;

namespace News.Functions.Storage.Articles;

/// <summary>What an operation makes of an article.</summary>
/// <param name="Head">The next head.</param>
/// <param name="Content">New content of the working version; null leaves it.</param>
/// <param name="Action">For the log: <c>save</c>, <c>publish</c>, …</param>
/// <param name="By">Who.</param>
/// <param name="Replaces">A version whose content and log give way to this one's.</param>
public sealed record Edit(ArticleHead Head, ArticleContent? Content, string Action, string? By, int? Replaces = null);
