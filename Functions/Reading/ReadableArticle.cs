using News.Domain.Articles;
using News.Functions.Reading.Answers;
using News.Functions.Reading.Cache;

namespace News.Functions.Reading;

/// <summary>What readers find at a slug.</summary>
public abstract record ReadableArticle : IKept
{
    private const int FewBytes = 200;

    private ReadableArticle()
    {
    }

    /// <inheritdoc/>
    public virtual int Bytes => FewBytes;

    /// <summary>The published article.</summary>
    /// <param name="Answer">Ready to send, alone or as its whole page.</param>
    public sealed record Live(ReadAnswer Answer, string Id, string Section, Tag? Topic) : ReadableArticle
    {
        /// <inheritdoc/>
        public override int Bytes => FewBytes + Answer.Bytes;
    }

    /// <summary>It is at another slug now.</summary>
    public sealed record Moved(string Slug) : ReadableArticle;

    /// <summary>It was withdrawn, for this public reason.</summary>
    public sealed record Gone(string Reason) : ReadableArticle;
}
