using System.Buffers.Text;
using System.Text;

namespace News.Domain.Lists;

/// <summary>Where a list goes on: opaque to clients, base64url of version, list and last id.</summary>
public static class Cursor
{
    private const string Version = "1";
    private const char Separator = '\n';
    private const int MaxLength = 800;

    /// <summary>The cursor that continues after <paramref name="lastId"/>.</summary>
    public static string After(string list, string lastId) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Join(Separator, Version, list, lastId)));

    /// <summary>The last id; null for no cursor.</summary>
    /// <exception cref="Failure">The cursor is not one of ours, or of another list.</exception>
    public static string? Parse(string? cursor, string list)
    {
        if (cursor is null)
            return null;
        var parts = Decode(cursor)?.Split(Separator);
        if (parts is not [Version, var of, var lastId] || lastId.Length is 0 or > 255 || !lastId.All(IsKeyCharacter) || After(of, lastId) != cursor)
            throw Failure.Invalid("cursor", "is not a cursor of this API; start without one");
        if (of != list)
            throw Failure.Invalid("cursor", "belongs to another list; start without one");
        return lastId;
    }

    private static bool IsKeyCharacter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is ':' or '.' or '_' or '-';

    private static string? Decode(string cursor)
    {
        if (cursor.Length > MaxLength || !Base64Url.IsValid(cursor))
            return null;
        var bytes = Base64Url.DecodeFromChars(cursor);
        return bytes.All(b => b is (byte)Separator or (>= 0x20 and < 0x7f)) ? Encoding.ASCII.GetString(bytes) : null;
    }
}
