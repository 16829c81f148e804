using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace News.Functions.Media.Containers;

/// <summary>The chunks of a PNG file: length, type, data, checksum (PNG third edition, 5.3). libvips tells nothing of some.</summary>
public sealed class PngFile : IDisposable
{
    private const int SignatureLength = 8;
    private const int HeaderLength = 8;
    private const int ChecksumLength = 4;
    private const int MaxChunks = 100_000;

    private readonly SafeFileHandle _file;

    private PngFile(string path)
    {
        _file = File.OpenHandle(path);
        Chunks = [.. Find()];
    }

    /// <summary>The whole chunks in their order, up to where a length makes no sense.</summary>
    public IReadOnlyList<Chunk> Chunks { get; }

    /// <summary>Reads the chunks' places, not their data.</summary>
    public static PngFile Open(string path) => new(path);

    /// <summary>The data of a chunk.</summary>
    public byte[] Read(Chunk chunk)
    {
        var data = new byte[chunk.Length];
        var read = RandomAccess.Read(_file, data, chunk.At);
        return read == data.Length ? data : data[..read];
    }

    /// <summary>The data of the first chunk of a type, or null.</summary>
    public byte[]? Read(string type) => Chunks.FirstOrDefault(chunk => chunk.Type == type) is { Type: not null } chunk ? Read(chunk) : null;

    /// <summary>Writes a file's signature.</summary>
    public static void WriteSignature(Stream file) => file.Write([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);

    /// <summary>Writes one chunk.</summary>
    public static void Write(Stream file, string type, ReadOnlySpan<byte> data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(body));
        file.Write(number);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private IEnumerable<Chunk> Find()
    {
        var header = new byte[HeaderLength];
        var end = RandomAccess.GetLength(_file);
        long at = SignatureLength;
        for (var i = 0; i < MaxChunks && RandomAccess.Read(_file, header, at) == HeaderLength; i++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(header);
            if (length < 0 || at + HeaderLength + length + ChecksumLength > end)
                yield break;
            yield return new(Encoding.ASCII.GetString(header, 4, 4), at + HeaderLength, length);
            at += HeaderLength + length + ChecksumLength;
        }
    }

    /// <summary>Where a chunk's data stands.</summary>
    public readonly record struct Chunk(string Type, long At, int Length);
}
