namespace News.Functions.Tests.Storage.Cost;

/// <summary>One call of the store.</summary>
public sealed record StoreCall(StoreCall.Sort Kind, string Partition, IReadOnlyList<CountedDocument> Documents)
{
    /// <summary>The port's three methods.</summary>
    public enum Sort
    {
        Read,
        Page,
        Commit,
    }

    /// <summary>Bytes of the documents written.</summary>
    public int Written => Kind == Sort.Commit ? Documents.Sum(document => document.After) : 0;

    /// <inheritdoc/>
    public override string ToString() => Kind == Sort.Page
        ? $"page {CountedDocument.Kind(Partition)} {Documents.Count} of {Documents.Sum(document => document.After)} B"
        : $"{(Kind == Sort.Read ? "read" : "commit")} {CountedDocument.Kind(Partition)} [{string.Join(", ", Documents)}]";
}
