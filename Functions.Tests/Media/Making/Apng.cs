namespace News.Functions.Tests.Media.Making;

/// <summary>Animated PNG files, put together from still ones.</summary>
public static class Apng
{
    /// <summary>Frames as large as the canvas, each in the place of the one before, 100 ms each.</summary>
    public static byte[] Of(int width, int height, params byte[][] frames) =>
        Of(width, height, 0, [.. frames.Select(frame => new Frame(frame, 0, 0, width, height, 100, Disposal: 0, Over: false))]);

    public static byte[] Of(int width, int height, int loop, params Frame[] frames)
    {
        var sequence = 0u;
        var header = frames[0].Png.AsSpan(16 + 8, 5);
        var file = new List<byte>([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);
        file.AddRange(PngEditor.Chunk("IHDR", [.. PngEditor.Numbers((uint)width, (uint)height), .. header]));
        file.AddRange(PngEditor.Chunk("acTL", PngEditor.Numbers((uint)frames.Length, (uint)loop)));
        foreach (var frame in frames)
        {
            file.AddRange(PngEditor.Chunk("fcTL", frame.Control(sequence++)));
            var pixels = PngEditor.Pixels(frame.Png);
            file.AddRange(sequence == 1 ? PngEditor.Chunk("IDAT", pixels) : PngEditor.Chunk("fdAT", [.. PngEditor.Numbers(sequence++), .. pixels]));
        }

        return [.. file, .. PngEditor.Chunk("IEND")];
    }

    /// <param name="Disposal">What becomes of its place: 0 stays, 1 is cleared, 2 goes back.</param>
    /// <param name="Over">Laid over what is there, instead of in its place.</param>
    public sealed record Frame(byte[] Png, int X, int Y, int Width, int Height, int Milliseconds, byte Disposal, bool Over)
    {
        public byte[] Control(uint sequence) =>
        [
            .. PngEditor.Numbers(sequence, (uint)Width, (uint)Height, (uint)X, (uint)Y),
            (byte)(Milliseconds >> 8), (byte)Milliseconds, 1_000 >> 8, 1_000 & 0xFF, Disposal, (byte)(Over ? 1 : 0),
        ];
    }
}
