namespace News.Domain.MostRead;

/// <summary>A reader opened an article.</summary>
/// <param name="Article">By <see cref="ArticleNumber"/>.</param>
/// <param name="Reader">By <see cref="ReaderMark"/>, made with the salt of the hour's day.</param>
/// <param name="Hour">When.</param>
public readonly record struct View(UInt128 Article, uint Reader, Hour Hour);
