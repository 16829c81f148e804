namespace News.Functions.Media.Placeholders;

/// <summary>Puts small whole numbers one after the other into bytes, lowest bits first.</summary>
internal sealed class BitPacker
{
    private readonly List<byte> _bytes = [];
    private int _length;

    /// <summary>Halves go up.</summary>
    public static int Round(double number) => (int)Math.Floor(number + 0.5);

    public BitPacker Add(int bits, double number)
    {
        var value = Math.Clamp(Round(number), 0, (1 << bits) - 1);
        for (var i = 0; i < bits; i++, _length++)
        {
            if (_length % 8 == 0)
                _bytes.Add(0);
            _bytes[^1] |= (byte)((value >> i & 1) << (_length % 8));
        }

        return this;
    }

    public byte[] ToArray() => [.. _bytes];
}
