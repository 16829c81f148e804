using News.Functions.Storage.Disk;

namespace News.Functions.Storage.Sqlite;

/// <summary>What is in the file, and which version of that this code knows.</summary>
internal static class Schema
{
    private const long Version = 1;

    // An ordinary rowid table: with bodies of this size WITHOUT ROWID is three times slower. Text compares as bytes: ordinal for ASCII.
    private const string Create = """
        CREATE TABLE documents(
            pk TEXT NOT NULL, id TEXT NOT NULL, etag INTEGER NOT NULL, expires INTEGER, body BLOB NOT NULL, UNIQUE(pk, id)) STRICT;
        CREATE INDEX documents_expires ON documents(expires) WHERE expires IS NOT NULL;
        PRAGMA user_version = 1;
        """;

    // The log and its index, which SQLite makes as open as the file itself.
    private static readonly string[] _besides = ["", "-wal", "-shm"];

    /// <summary>Opens the file for writing, making the folder, the file and the table where they are missing, for this user alone.</summary>
    /// <exception cref="NotSupportedException">A newer version wrote the file.</exception>
    public static Database Open(SqliteStoreOptions options)
    {
        MakePrivate(Path.GetFullPath(options.Path));
        var db = Database.ForWriting(options);
        try
        {
            db.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 4000;");
            Prepare(db, options.Path);
            return db;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }

    /// <summary>Never by opening a file that is there: closing it again would drop the locks SQLite holds on it.</summary>
    private static void MakePrivate(string path)
    {
        OwnerOnly.MakeFolder(Path.GetDirectoryName(path)!);
        try
        {
            if (!File.Exists(path))
                OwnerOnly.NewFile(path).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster.
        }

        foreach (var end in _besides)
            OwnerOnly.Tighten(path + end);
    }

    private static void Prepare(Database db, string path)
    {
        // Under the write lock, so that of two processes that start together one creates and the other finds.
        db.Run("BEGIN IMMEDIATE");
        var found = VersionOf(db);
        if (found > Version)
            throw new NotSupportedException($"{path} has version {found}; this program knows versions up to {Version}. Run a newer one.");
        if (found == 0)
            db.Run(Create);
        db.Run("COMMIT");
    }

    private static long VersionOf(Database db)
    {
        var statement = db.Prepare("PRAGMA user_version");
        try
        {
            return statement.Step() ? statement.Number(0) : 0;
        }
        finally
        {
            statement.Reset();
        }
    }
}
