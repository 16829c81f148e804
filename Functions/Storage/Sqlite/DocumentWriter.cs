namespace News.Functions.Storage.Sqlite;

/// <summary>Makes single commits inside the writer's open transaction.</summary>
internal sealed class DocumentWriter(Database db)
{
    private readonly Statement _savepoint = db.Prepare("SAVEPOINT one");
    private readonly Statement _undo = db.Prepare("ROLLBACK TO one");
    private readonly Statement _release = db.Prepare("RELEASE one");

    private readonly Statement _find = db.Prepare("""
        SELECT etag FROM documents WHERE pk = ?1 AND id = ?2 AND (expires IS NULL OR expires > ?3)
        """);

    private readonly Statement _put = db.Prepare("""
        INSERT INTO documents(pk, id, etag, expires, body) VALUES(?1, ?2, ?3, ?4, ?5)
        ON CONFLICT(pk, id) DO UPDATE SET etag = excluded.etag, expires = excluded.expires, body = excluded.body
        """);

    private readonly Statement _delete = db.Prepare("DELETE FROM documents WHERE pk = ?1 AND id = ?2");

    private readonly Statement _purge = db.Prepare("""
        DELETE FROM documents WHERE rowid IN (SELECT rowid FROM documents WHERE expires <= ?1 ORDER BY expires LIMIT ?2)
        """);

    /// <summary>All changes, or none when one is refused.</summary>
    public CommitResult Make(string pk, IReadOnlyList<Change> changes, long now)
    {
        // Most commits: a single change is refused before anything is written, so there is nothing to undo.
        if (changes.Count == 1)
            return MakeInOrder(pk, changes, now);
        _savepoint.Run();
        var result = MakeInOrder(pk, changes, now);
        if (result is CommitResult.Refused)
            _undo.Run();
        _release.Run();
        return result;
    }

    /// <summary>Removes some of what has expired; readers have not seen it since, this only gives its space back.</summary>
    public void Purge(int most, long now) => _purge.Bind(1, now).Bind(2, most).Run();

    private CommitResult MakeInOrder(string pk, IReadOnlyList<Change> changes, long now)
    {
        var etags = new string?[changes.Count];
        for (var index = 0; index < etags.Length; index++)
        {
            if (Check(pk, changes[index], now) is { } refusal)
                return new CommitResult.Refused(index, refusal);
            etags[index] = Write(pk, changes[index], now);
        }
        return new CommitResult.Done(etags);
    }

    private Refusal? Check(string pk, Change change, long now)
    {
        if (change.Expect == Expectation.Any)
            return null;
        var found = FindETag(pk, change.Id, now);
        if (change.Expect.MustBeAbsent)
            return found is null ? null : Refusal.Exists;
        if (found is null)
            return Refusal.Missing;
        return found == change.Expect.ETag ? null : Refusal.Changed;
    }

    private string? FindETag(string pk, string id, long now)
    {
        try
        {
            return _find.Bind(1, pk).Bind(2, id).Bind(3, now).Step() ? ETags.Text(_find.Number(0)) : null;
        }
        finally
        {
            _find.Reset();
        }
    }

    private string? Write(string pk, Change change, long now)
    {
        if (change.Body is not { } body)
        {
            _delete.Bind(1, pk).Bind(2, change.Id).Run();
            return null;
        }
        var etag = ETags.Next();
        var expires = now + (long?)change.TimeToLive?.TotalMilliseconds;
        _put.Bind(1, pk).Bind(2, change.Id).Bind(3, etag).Bind(4, expires).Bind(5, body.Span).Run();
        return ETags.Text(etag);
    }
}
