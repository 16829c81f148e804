using System.Text.Json;

namespace News.Functions.LocalHost.Blobs;

/// <summary>Which version of which blob a function has had, kept in a file so that a restart does not give it the same again.</summary>
public sealed class BlobReceipts
{
    private readonly string _file;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _etags;

    private BlobReceipts(string file, Dictionary<string, string> etags) => (_file, _etags) = (file, etags);

    /// <summary>The receipts of a function; none where the file is missing or cannot be understood, for a blob twice is no harm.</summary>
    public static BlobReceipts In(string folder, string function)
    {
        var file = Path.Combine(folder, $"receipts-{function}.json");
        try
        {
            using var text = File.OpenRead(file);
            return new(file, new(JsonSerializer.Deserialize(text, NewsJson.Wire.DictionaryStringString)!, StringComparer.Ordinal));
        }
        catch (Exception fault) when (fault is FileNotFoundException or JsonException)
        {
            return new(file, new(StringComparer.Ordinal));
        }
    }

    public bool Has(string blob, string etag)
    {
        lock (_lock)
            return _etags.GetValueOrDefault(blob) == etag;
    }

    public void Add(string blob, string etag)
    {
        lock (_lock)
        {
            _etags[blob] = etag;
            Save();
        }
    }

    /// <summary>Forgets every blob that is not there any more.</summary>
    public void Keep(IReadOnlySet<string> there)
    {
        lock (_lock)
        {
            var gone = _etags.Keys.Where(blob => !there.Contains(blob)).ToList();
            gone.ForEach(blob => _etags.Remove(blob));
            if (gone.Count > 0)
                Save();
        }
    }

    private void Save()
    {
        var draft = _file + ".new";
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(_etags, NewsJson.Wire.DictionaryStringString));
        File.Move(draft, _file, overwrite: true);
    }
}
