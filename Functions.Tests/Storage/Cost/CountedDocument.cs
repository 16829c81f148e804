namespace News.Functions.Tests.Storage.Cost;

/// <summary>What a call did to a document, in bytes as Cosmos DB keeps it; 0 where there is none.</summary>
public sealed record CountedDocument(string Id, int Before, int After)
{
    /// <summary>Bytes of an item besides its keys and its body: the names of its members and what the service adds.</summary>
    private const int Envelope = 270;

    /// <summary>Bytes of an item with this body.</summary>
    public static int Size(string pk, string id, int body) => Envelope + pk.Length + id.Length + body;

    /// <inheritdoc/>
    public override string ToString() => $"{Kind(Id)} {(After > 0 ? $"{After} B" : "none")}";

    /// <summary>A key without what differs from article to article.</summary>
    public static string Kind(string key) => key.Length > 24 ? $"{key[..8]}…" : key;
}
