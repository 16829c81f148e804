namespace News.Domain;

/// <summary>Collects what is wrong with a request, so that one answer names every field at fault.</summary>
public sealed class FieldErrors
{
    private const int Shown = 20;

    private readonly Dictionary<string, List<string>> _errors = new(StringComparer.Ordinal);
    private int _unshown;

    /// <summary>Notes one fault; beyond the first 20 fields faults are only counted.</summary>
    public void Add(string field, string why)
    {
        if (_errors.TryGetValue(field, out var whys))
            whys.Add(why);
        else if (_errors.Count < Shown)
            _errors[field] = [why];
        else
            _unshown++;
    }

    /// <summary>Notes the fault where the condition does not hold, and says whether it held.</summary>
    public bool Check(bool holds, string field, string why)
    {
        if (!holds)
            Add(field, why);
        return holds;
    }

    /// <exception cref="Failure">Anything was noted.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count == 0)
            return;
        var first = _errors.First();
        var others = _errors.Count - 1 + _unshown;
        var more = others == 0 ? "" : $" (and {others} more)";
        throw new Failure(
            FailureCode.Invalid,
            $"{first.Key}: {first.Value[0]}{more}",
            _errors.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()));
    }
}
