namespace News.Functions.Storage.Stamps;

/// <summary>What something was built from, or is being built from.</summary>
public interface IStamp
{
    /// <summary>Whether nothing of it has been written since it was read.</summary>
    bool IsCurrent(ChangeCounters counters);
}
