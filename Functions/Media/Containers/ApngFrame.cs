using System.Buffers.Binary;

namespace News.Functions.Media.Containers;

/// <summary>One frame of an animated PNG, which may be smaller than the canvas.</summary>
/// <param name="Control">The data of its frame control chunk.</param>
/// <param name="Data">The chunks that hold its pixels.</param>
internal sealed record ApngFrame(byte[] Control, List<PngFile.Chunk> Data)
{
    private const int ControlLength = 26;
    private const int SequenceLength = 4;
    private const int DefaultDenominator = 100;
    private const int Milliseconds = 1_000;

    public bool IsWhole =>
        Control.Length == ControlLength && Data.Count > 0 && Data.All(chunk => chunk.Type == "IDAT" || chunk.Length > SequenceLength);

    /// <summary>Width and height, as a PNG's header has them.</summary>
    public ReadOnlySpan<byte> Size => Control.AsSpan(4, 8);

    public int Width => Number(4);

    public int Height => Number(8);

    public int X => Number(12);

    public int Y => Number(16);

    /// <summary>In milliseconds.</summary>
    public int Delay => Short(20) * Milliseconds / (Short(22) == 0 ? DefaultDenominator : Short(22));

    /// <summary>Afterwards its place becomes transparent.</summary>
    public bool IsCleared => Control[24] == 1;

    /// <summary>Afterwards its place shows what was there before.</summary>
    public bool IsTakenBack => Control[24] == 2;

    /// <summary>Laid over what is there, instead of in its place.</summary>
    public bool IsOver => Control[25] == 1;

    /// <summary>Whether it lies within a canvas.</summary>
    public bool Fits(int width, int height) => IsWhole && X >= 0 && Y >= 0 && Width > 0 && Height > 0
        && X + (long)Width <= width && Y + (long)Height <= height;

    /// <summary>The pixels of one of its chunks, compressed.</summary>
    public static ReadOnlySpan<byte> Pixels(PngFile.Chunk chunk, byte[] data) => chunk.Type == "IDAT" ? data : data.AsSpan(SequenceLength);

    private int Number(int at) => BinaryPrimitives.ReadInt32BigEndian(Control.AsSpan(at));

    private int Short(int at) => BinaryPrimitives.ReadUInt16BigEndian(Control.AsSpan(at));
}
