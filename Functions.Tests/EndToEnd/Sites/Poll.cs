namespace News.Functions.Tests.EndToEnd.Sites;

/// <summary>Waits for what is to happen by itself.</summary>
public static class Poll
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks again until it is so; false when it is not within a minute.</summary>
    public static async Task<bool> Until(Func<Task<bool>> isSo)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(start) > _patience)
                return false;
            await Task.Delay(_pause);
        }

        return true;
    }
}
