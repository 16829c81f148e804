using System.Buffers;
using System.Security.Cryptography;

namespace News.Domain.Media;

/// <summary>The name of a picture or video, which follows from its content: the same file twice is one asset.</summary>
public static class AssetId
{
    public const int Length = 26;

    /// <summary>RFC 4648 base32, lower case.</summary>
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int BitsPerLetter = 5;
    private static readonly SearchValues<char> _alphabet = SearchValues.Create(Alphabet);

    /// <summary>The first 26 base32 characters (130 bits) of a content's SHA-256.</summary>
    public static string Of(ReadOnlySpan<byte> sha256)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sha256.Length, SHA256.HashSizeInBytes);
        Span<char> letters = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
            letters[i] = Alphabet[Letter(sha256, i * BitsPerLetter)];
        return new(letters);
    }

    /// <summary>Whether this can be the name of an asset.</summary>
    public static bool IsValid(string id) => id.Length == Length && !id.AsSpan().ContainsAnyExcept(_alphabet);

    private static int Letter(ReadOnlySpan<byte> hash, int bit)
    {
        var pair = (hash[bit / 8] << 8) | hash[(bit / 8) + 1];
        return (pair >> (16 - BitsPerLetter - (bit % 8))) & 31;
    }
}
