using System.Diagnostics.CodeAnalysis;

namespace News.Domain.MostRead.Sketches;

/// <summary>
/// A sketch of the readers of every article that was read: of one batch of views, of an hour, of a day. What a sketch can, a book can:
/// union is idempotent, commutative and associative. Not safe for several threads.
/// </summary>
public sealed class SketchBook
{
    private readonly Dictionary<UInt128, HyperLogLog> _sketches = [];

    /// <summary>How many articles it has.</summary>
    public int Count => _sketches.Count;

    /// <summary>The articles with their sketches, in no order.</summary>
    public IEnumerable<KeyValuePair<UInt128, HyperLogLog>> Sketches => _sketches;

    /// <summary>A book of views, whatever their hours.</summary>
    public static SketchBook Of(IEnumerable<View> views)
    {
        var book = new SketchBook();
        foreach (var view in views)
            book.Open(view.Article).Add(view.Reader);
        return book;
    }

    /// <summary>Puts a sketch in that is not yet there.</summary>
    public void Add(UInt128 article, HyperLogLog sketch) => _sketches.Add(article, sketch);

    public bool TryFind(UInt128 article, [NotNullWhen(true)] out HyperLogLog? sketch) => _sketches.TryGetValue(article, out sketch);

    /// <summary>Distinct readers of an article.</summary>
    public int Readers(UInt128 article) => TryFind(article, out var sketch) ? sketch.Estimate() : 0;

    /// <summary>Adds every reader another book has seen; that one stays as it is.</summary>
    /// <returns>The articles whose sketch this changed.</returns>
    public IReadOnlyList<UInt128> Union(SketchBook other)
    {
        List<UInt128> changed = [];
        foreach (var (article, sketch) in other._sketches)
        {
            if (Open(article).Union(sketch))
                changed.Add(article);
        }

        return changed;
    }

    private HyperLogLog Open(UInt128 article)
    {
        if (!_sketches.TryGetValue(article, out var sketch))
            _sketches[article] = sketch = new();
        return sketch;
    }
}
