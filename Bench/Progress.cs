namespace News.Bench;

/// <summary>Tells a waiting person what goes on; the tables alone go to standard output.</summary>
public static class Progress
{
    public static void Tell(string what) => Console.Error.WriteLine(what);
}
