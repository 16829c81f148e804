namespace News.Functions.Tests.Support;

/// <summary>Fresh names, so that tests share one running site and never meet.</summary>
public static class New
{
    public static string Slug() => $"bai-{Guid.NewGuid():N}";
}
