using News.Domain.Articles;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Articles;

public class ArticleHeadTests
{
    private static readonly DateTimeOffset _monday = new(2026, 3, 2, 8, 0, 0, 123, TimeSpan.FromHours(7));

    private readonly ArticleHead _draft = ArticleHead.Create("id", "bai-viet", Sample.Content(), _monday);

    [Fact]
    public void Create_is_a_draft_nobody_sees()
    {
        Assert.Equal((1, 1, ArticleState.Draft), (_draft.Version, _draft.Revision, _draft.State));
        Assert.False(Visibility.IsVisible(_draft));
        Assert.True(_draft.HasUnpublishedChanges);
    }

    [Fact]
    public void Publish_fixes_the_date_once_in_utc_milliseconds()
    {
        var published = _draft.Publish(null, _monday.AddTicks(7));
        var again = published.Publish(null, _monday.AddDays(1));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 1, 0, 0, 123, TimeSpan.Zero), published.Published!.At);
        Assert.Equal(published.Published.At, again.Published!.At);
        Assert.Equal(_monday.AddDays(1), again.Published.UpdatedAt);
        Assert.True(Visibility.IsVisible(again));
    }

    [Fact]
    public void Save_leaves_what_readers_see()
    {
        var saved = _draft.Publish(null, _monday).Save(Sample.Content("Khác"), _monday.AddHours(1));
        Assert.Equal((3, 3, 1), (saved.Version, saved.Revision, saved.Published!.Revision));
        Assert.True(saved.HasUnpublishedChanges);
        Assert.Equal("Khác", saved.Headline.Title);
    }

    [Fact]
    public void Publish_with_correction_adds_a_dated_one()
    {
        var corrected = _draft.Publish(null, _monday).Publish("Sửa số liệu.", _monday.AddHours(2));
        var correction = Assert.Single(corrected.Published!.Corrections);
        Assert.Equal(("Sửa số liệu.", _monday.AddHours(2)), (correction.Text, correction.At));
    }
}
