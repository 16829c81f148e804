namespace News.Functions.Storage.Stamps;

/// <summary>Where the counters of everything a view was built from stood before the store was asked.</summary>
/// <param name="Counters">Each counter once.</param>
/// <param name="Values">What each of them said.</param>
/// <param name="Since">When the first of it was asked for, as a <see cref="TimeProvider"/> timestamp.</param>
public sealed record Stamp(int[] Counters, long[] Values, long Since) : IStamp
{
    /// <inheritdoc/>
    public bool IsCurrent(ChangeCounters counters)
    {
        for (var i = 0; i < Counters.Length; i++)
        {
            if (counters[Counters[i]] != Values[i])
                return false;
        }

        return true;
    }
}
