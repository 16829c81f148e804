namespace News.Functions.Media.Color;

/// <summary>How a file's numbers stand for light.</summary>
public enum Transfer
{
    /// <summary>As on screens (IEC 61966-2-1).</summary>
    Srgb,

    /// <summary>A power.</summary>
    Gamma,

    /// <summary>Perceptual quantizer, up to 10,000 cd/m² (SMPTE ST 2084).</summary>
    Pq,

    /// <summary>Hybrid log-gamma (ITU-R BT.2100).</summary>
    Hlg,
}
