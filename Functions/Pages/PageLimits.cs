namespace News.Functions.Pages;

/// <summary>How many cards the blocks of a page hold.</summary>
public static class PageLimits
{
    public const int OtherNews = 9;
    public const int MostRead = 5;
    public const int Videos = 9;
    public const int Multimedia = 10;
    public const int Topic = 6;
    public const int HomeSection = 6;
}
