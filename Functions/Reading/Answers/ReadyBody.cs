using System.Buffers.Text;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace News.Functions.Reading.Answers;

/// <summary>A JSON body made once and sent many times: in one or more parts, and compressed when first asked for so.</summary>
public sealed class ReadyBody
{
    // A packet takes about this much: less is not worth anybody's time.
    private const int WorthEncoding = 1_200;
    private const double MustShrinkTo = 0.9;
    private const int BrotliQuality = 5;
    private const int BrotliWindow = 20;

    private readonly int _own;
    private readonly Lazy<Encoded> _brotli;
    private readonly Lazy<Encoded> _gzip;

    private ReadyBody(IReadOnlyList<ReadOnlyMemory<byte>> parts, int own)
    {
        _own = own;
        var hash = HashOf(parts);
        Plain = new(parts, parts.Sum(part => part.Length), $"\"{hash}\"", null);
        _brotli = new(() => Encode(Brotli, $"\"{hash}-br\"", "br"));
        _gzip = new(() => Encode(Gzip, $"\"{hash}-gzip\"", "gzip"));
    }

    /// <summary>Bytes of memory, but for parts that others hold.</summary>
    public int Bytes => _own + Made(_brotli) + Made(_gzip);

    /// <summary>As it is.</summary>
    public Encoded Plain { get; }

    /// <summary>By Brotli (RFC 7932), or as it is where that gains too little.</summary>
    public Encoded AsBrotli => _brotli.Value;

    /// <summary>By gzip (RFC 1952), or as it is where that gains too little.</summary>
    public Encoded AsGzip => _gzip.Value;

    /// <summary>The value as JSON.</summary>
    public static ReadyBody Json<T>(T value, JsonTypeInfo<T> type)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, type);
        return new([bytes], bytes.Length);
    }

    /// <summary>Parts that make one JSON text together; they are shared, not copied.</summary>
    /// <param name="own">Bytes of those parts that nobody else is sure to hold as long.</param>
    public static ReadyBody Of(IReadOnlyList<ReadOnlyMemory<byte>> parts, int own) => new(parts, own);

    private int Made(Lazy<Encoded> encoded) =>
        encoded.IsValueCreated && encoded.Value.ContentEncoding is not null ? encoded.Value.Length : 0;

    private Encoded Encode(Func<byte[], byte[]> encode, string etag, string name)
    {
        if (Plain.Length < WorthEncoding)
            return Plain;
        var whole = new byte[Plain.Length];
        Plain.CopyTo(whole);
        var bytes = encode(whole);
        return bytes.Length > Plain.Length * MustShrinkTo ? Plain : new([bytes], bytes.Length, etag, name);
    }

    private static byte[] Brotli(byte[] plain)
    {
        var room = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        BrotliEncoder.TryCompress(plain, room, out var written, BrotliQuality, BrotliWindow);
        return room[..written];
    }

    private static byte[] Gzip(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(plain);
        return compressed.ToArray();
    }

    private static string HashOf(IReadOnlyList<ReadOnlyMemory<byte>> parts)
    {
        var hash = new XxHash128();
        foreach (var part in parts)
            hash.Append(part.Span);
        return Base64Url.EncodeToString(hash.GetCurrentHash());
    }
}
