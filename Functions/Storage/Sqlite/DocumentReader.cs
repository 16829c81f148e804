namespace News.Functions.Storage.Sqlite;

/// <summary>A read connection with its statements prepared; each answer is one statement, so one state of the file.</summary>
internal sealed class DocumentReader : IDisposable
{
    // An empty text is below every key, '~' above every character a key may have.
    private const string BelowAll = "";
    private const string AboveAll = "~";

    private const string One = """
        SELECT etag, body FROM documents WHERE pk = ?1 AND id = ?2 AND (expires IS NULL OR expires > ?3)
        """;

    private const string Many = """
        SELECT id, etag, body FROM documents
        WHERE pk = ?1 AND id > ?2 AND id < ?3 AND (expires IS NULL OR expires > ?4) ORDER BY id
        """;

    private readonly Database _db;
    private readonly Statement _read;
    private readonly Statement _forward;
    private readonly Statement _backward;

    public DocumentReader(SqliteStoreOptions options)
    {
        _db = Database.ForReading(options);
        // Enough for the pages on the way to every document; the bodies themselves the operating system keeps, once for all connections.
        _db.Run("PRAGMA cache_size = -500");
        _read = _db.Prepare(One);
        _forward = _db.Prepare($"{Many} LIMIT ?5");
        _backward = _db.Prepare($"{Many} DESC LIMIT ?5");
    }

    /// <summary>The document that lives at <paramref name="now"/>, or null.</summary>
    public Document? Read(string pk, string id, long now)
    {
        try
        {
            var found = _read.Bind(1, pk).Bind(2, id).Bind(3, now).Step();
            return found ? new Document(id, ETags.Text(_read.Number(0)), _read.Body(1).ToArray()) : null;
        }
        finally
        {
            _read.Reset();
        }
    }

    /// <summary>One page of what lives at <paramref name="now"/>.</summary>
    public DocumentPage Page(string pk, PageRange range, long now)
    {
        var rows = range.Backward ? _backward : _forward;
        try
        {
            rows.Bind(1, pk).Bind(2, range.From ?? BelowAll).Bind(3, range.To ?? AboveAll).Bind(4, now).Bind(5, range.Take + 1);
            return Fill(rows, range.Take);
        }
        finally
        {
            rows.Reset();
        }
    }

    public void Dispose() => _db.Dispose();

    private static DocumentPage Fill(Statement rows, int take)
    {
        var items = new List<Document>(take);
        var bytes = 0;
        while (rows.Step())
        {
            var body = rows.Body(2);
            bytes += body.Length;
            if (items.Count == take || bytes > StoreLimits.PageBytes)
                return new(items, More: true);
            items.Add(new(rows.Key(0), ETags.Text(rows.Number(1)), body.ToArray()));
        }
        return new(items, More: false);
    }
}
