using News.Domain.Media.Uploads;
using Xunit;

namespace News.Functions.Tests.Media.Videos;

/// <summary>How long an upload is going to take.</summary>
public class SecondsLeftTests
{
    private static readonly DateTimeOffset _began = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0.25, 60, 60, 180)]
    [InlineData(0.5, 60, 70, 50)]
    [InlineData(0.5, 60, 600, 1)]
    [InlineData(0.01, 60, 60, null)]
    public void Goes_on_as_it_went(double progress, int told, int now, int? left) => Assert.Equal(
        left,
        new UploadStatus(UploadState.Processing, progress, BeganAt: _began, ToldAt: _began.AddSeconds(told)).SecondsLeft(_began.AddSeconds(now)));

    [Fact]
    public void Is_told_of_nothing_that_is_not_worked_on() =>
        Assert.Null(new UploadStatus(UploadState.Ready, 1, BeganAt: _began, ToldAt: _began).SecondsLeft(_began));
}
