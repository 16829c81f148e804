namespace News.Domain.Drafts;

/// <summary>What an article may hold. Each number is in the README's table of limits.</summary>
public static class ArticleLimits
{
    public const int SlugMin = Text.Slug.MinLength;
    public const int SlugMax = Text.Slug.MaxLength;
    /// <summary>Slugs of an article, former ones counted.</summary>
    public const int Slugs = Articles.ArticleHead.MaxSlugs;
    public const int Title = 300;
    public const int Lead = 2_000;
    public const int Blocks = 500;
    public const int Pictures = 200;
    public const int GalleryPictures = 50;
    public const int Tags = 20;
    public const int Bylines = 10;
    public const int Related = 20;

    /// <summary>Characters of a name: tag, topic, author, section, source, attribution.</summary>
    public const int Name = 200;

    /// <summary>Characters of an alt text, caption, credit or table caption.</summary>
    public const int Caption = 2_000;

    /// <summary>Characters of one paragraph, list item, cell, code or transcript.</summary>
    public const int TextLength = 100_000;

    public const int ListItems = 500;
    public const int TableColumns = 30;
    public const int TableRows = 500;
}
