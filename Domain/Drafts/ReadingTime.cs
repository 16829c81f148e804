using News.Domain.Blocks;
using News.Domain.Text;

namespace News.Domain.Drafts;

/// <summary>
/// Minutes to read an article. Adults read about 238 English words a minute silently (Brysbaert 2019, a meta-analysis of 190 studies);
/// Vietnamese writes each syllable as a word, about 1.3 of them to an English word, hence 300; a picture takes 12 seconds.
/// </summary>
public static class ReadingTime
{
    private const double WordsPerMinute = 300;
    private const double SecondsPerPicture = 12;

    /// <summary>Whole minutes, at least one.</summary>
    public static int Minutes(string lead, IEnumerable<Block> blocks)
    {
        var words = PlainText.CountWords(lead);
        var pictures = 0;
        foreach (var block in blocks)
        {
            words += BlockText.Of(block).Sum(PlainText.CountWords);
            pictures += BlockPictures.Of(block).Count();
        }

        return Math.Max(1, (int)Math.Round((words / WordsPerMinute) + (pictures * SecondsPerPicture / 60)));
    }
}
