namespace News.Functions.Storage.Stamps;

/// <summary>The stamp of a view that is being built: what it was built from so far. Safe to call from any thread.</summary>
/// <param name="now">When building begins, as a <see cref="TimeProvider"/> timestamp.</param>
public sealed class Recording(long now) : IStamp
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, long> _seen = [];
    private readonly List<IStamp> _parts = [];
    private readonly List<IStamp> _guards = [];
    private long _since = now;

    /// <summary>Whether nothing of what was noted so far has been written since; what will be asked for later will be read as it is then.</summary>
    public bool IsCurrent(ChangeCounters counters)
    {
        lock (_gate)
        {
            return _seen.All(pair => counters[pair.Key] == pair.Value)
                && _parts.TrueForAll(part => part.IsCurrent(counters))
                && _guards.TrueForAll(guard => guard.IsCurrent(counters));
        }
    }

    /// <summary>Notes a counter as it stood before the store was asked.</summary>
    public void Note(int counter, long value)
    {
        lock (_gate)
            Keep(_seen, counter, value);
    }

    /// <summary>Notes all of a part, one still being built with all it will note.</summary>
    public void Include(IStamp part)
    {
        lock (_gate)
            _parts.Add(part);
    }

    /// <summary>
    /// Notes something of which the view may show a part, and will note that when it does. Until it is finished nobody may join it
    /// once any of this was written.
    /// </summary>
    public void Guard(Stamp whole)
    {
        lock (_gate)
        {
            _guards.Add(whole);
            _since = Math.Min(_since, whole.Since);
        }
    }

    /// <summary>The stamp of everything noted.</summary>
    public Stamp Close()
    {
        lock (_gate)
        {
            var all = new Dictionary<int, long>(_seen);
            var since = _since;
            foreach (var part in _parts.Select(part => part as Stamp ?? ((Recording)part).Close()))
            {
                for (var i = 0; i < part.Counters.Length; i++)
                    Keep(all, part.Counters[i], part.Values[i]);
                since = Math.Min(since, part.Since);
            }

            return new([.. all.Keys], [.. all.Values], since);
        }
    }

    /// <summary>The lowest value says most: counters only rise.</summary>
    private static void Keep(Dictionary<int, long> values, int counter, long value) =>
        values[counter] = values.TryGetValue(counter, out var earlier) ? Math.Min(earlier, value) : value;
}
