namespace News.Functions.Storage.Stamps;

/// <summary>Knows for which view the store is being asked, so that whoever asks need not.</summary>
public sealed class Recorder
{
    private readonly AsyncLocal<Recording?> _current = new();

    /// <summary>Of the view that this flow of control builds; null outside of one.</summary>
    public Recording? Current => _current.Value;

    /// <summary>Does <paramref name="work"/> noting in <paramref name="recording"/> what it reads.</summary>
    public async ValueTask<T> Note<T>(Recording? recording, Func<ValueTask<T>> work)
    {
        _current.Value = recording; // an async method's own: the caller's is back when it returns
        return await work();
    }
}
