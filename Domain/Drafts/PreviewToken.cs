using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace News.Domain.Drafts;

/// <summary>
/// A signed link to a working version: article id (16 bytes), expiry in Unix seconds (8, big-endian) and their HMAC-SHA256 (32),
/// in base64url. Who has the link may read until it expires; nobody can make one or change one.
/// </summary>
public static class PreviewToken
{
    private const int IdBytes = 16;
    private const int SignedBytes = IdBytes + sizeof(long);

    /// <summary>The token of an article until a moment.</summary>
    public static string Make(string articleId, DateTimeOffset expiresAt, ReadOnlySpan<byte> secret)
    {
        Span<byte> token = stackalloc byte[SignedBytes + HMACSHA256.HashSizeInBytes];
        Convert.FromHexString(articleId, token, out _, out _);
        BinaryPrimitives.WriteInt64BigEndian(token[IdBytes..], expiresAt.ToUnixTimeSeconds());
        HMACSHA256.HashData(secret, token[..SignedBytes], token[SignedBytes..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Whose token it is; null when it is none of ours or has expired.</summary>
    public static string? Open(string token, DateTimeOffset now, ReadOnlySpan<byte> secret)
    {
        Span<byte> bytes = stackalloc byte[SignedBytes + HMACSHA256.HashSizeInBytes];
        if (token.Length != Base64Url.GetEncodedLength(bytes.Length) || !Base64Url.TryDecodeFromChars(token, bytes, out var read) || read != bytes.Length)
            return null;
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, bytes[..SignedBytes], expected);
        return CryptographicOperations.FixedTimeEquals(expected, bytes[SignedBytes..])
            && BinaryPrimitives.ReadInt64BigEndian(bytes[IdBytes..]) > now.ToUnixTimeSeconds()
            ? Convert.ToHexStringLower(bytes[..IdBytes])
            : null;
    }
}
