using News.Domain.MostRead.Sketches;

namespace News.Domain.MostRead.Counting;

/// <summary>The readers of one hour. Numbers are counted when they are asked for and kept until a new reader comes, so of a closed hour once.</summary>
internal sealed class HourCount
{
    private Dictionary<UInt128, int>? _numbers;

    public SketchBook Book { get; } = new();

    /// <summary>Distinct readers by article.</summary>
    public IReadOnlyDictionary<UInt128, int> Numbers =>
        _numbers ??= Book.Sketches.ToDictionary(entry => entry.Key, entry => entry.Value.Estimate());

    /// <summary>Adds views.</summary>
    /// <returns>The articles that had readers not yet seen.</returns>
    public IReadOnlyList<UInt128> Union(SketchBook views)
    {
        var changed = Book.Union(views);
        if (changed.Count > 0)
            _numbers = null;
        return changed;
    }
}
