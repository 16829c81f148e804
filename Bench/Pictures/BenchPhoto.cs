using NetVips;
using News.Functions.SampleSite.Pictures;

namespace News.Bench.Pictures;

/// <summary>Pictures to measure with, drawn anew and always the same.</summary>
public static class BenchPhoto
{
    private const int Octaves = 8;
    private const int Quality = 90;

    /// <summary>12 megapixels with detail of every size, as a camera's have; a JPEG of some 4 MB.</summary>
    public static void Write(string path, int width = 4_000, int height = 3_000)
    {
        using var light = Octave(width, height, 0);
        var sum = light.Copy();
        for (var octave = 1; octave < Octaves; octave++)
        {
            using (sum)
            using (var finer = Octave(width, height, octave))
                sum = sum + finer;
        }

        using (sum)
        using (var bytes = sum.Cast(Enums.BandFormat.Uchar))
        using (var photo = bytes.Copy(interpretation: Enums.Interpretation.Srgb))
            photo.Jpegsave(path, q: Quality);
    }

    /// <summary>The sample site's first pictures.</summary>
    public static IEnumerable<string> WriteMany(string folder, int count)
    {
        foreach (var picture in SamplePictures.All.Take(count))
        {
            var path = Path.Combine(folder, picture.Name + ".jpg");
            File.WriteAllBytes(path, picture.Draw());
            yield return path;
        }
    }

    /// <summary>Noise twice as fine and half as strong as the one before.</summary>
    private static Image Octave(int width, int height, int octave)
    {
        double cells = 4 << octave, strength = 60.0 / (1 << octave);
        var bands = Enumerable.Range(0, 3)
            .Select(band => Image.Gaussnoise((int)cells, (int)cells, mean: octave == 0 ? 128 : 0, sigma: strength, seed: (octave * 3) + band)
                .Resize(width / cells, vscale: height / cells, kernel: Enums.Kernel.Cubic)).ToArray();
        return bands[0].Bandjoin(bands[1..]);
    }
}
