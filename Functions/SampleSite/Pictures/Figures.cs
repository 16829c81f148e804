namespace News.Functions.SampleSite.Pictures;

/// <summary>What is explained rather than seen: science and numbers.</summary>
public static class Figures
{
    private static readonly string[] _series = ["#1f6f8b", "#e07a3f", "#6a994e", "#c44569", "#f2b134"];

    /// <summary>Cells under a microscope.</summary>
    public static void Cells(Canvas canvas, Palette palette)
    {
        canvas.Rectangle(-0.1, -0.1, canvas.Width + 0.2, 1.2, canvas.Gradient((0, Palette.Mix(palette.High, "#102a43", 0.6)), (1, Palette.Mix(palette.Near, "#06121f", 0.6))));
        for (var i = 0; i < 70; i++)
        {
            var (x, y, size) = (canvas.Between(-0.05, 1.05) * canvas.Width, canvas.Between(-0.05, 1.05), canvas.Between(0.03, 0.13));
            var color = Palette.Mix(_series[canvas.Random.Next(_series.Length)], palette.Low, 0.25);
            canvas.Circle(x, y, size * 1.25, canvas.Glow(color, 0.5));
            canvas.Ellipse(x, y, size, size * canvas.Between(0.8, 1), color, 0.5, canvas.Between(0, 180));
            canvas.Circle(x + (size * 0.1), y - (size * 0.1), size * 0.35, Palette.Mix(color, "#1b0f2e", 0.6), 0.8);
            canvas.Circle(x - (size * 0.35), y - (size * 0.4), size * 0.16, "#ffffff", 0.35);
        }
    }

    /// <summary>A double helix.</summary>
    public static void Helix(Canvas canvas, Palette palette)
    {
        canvas.Rectangle(-0.1, -0.1, canvas.Width + 0.2, 1.2, canvas.Gradient((0, Palette.Mix(palette.High, "#e9f3f8", 0.2)), (1, Palette.Mix(palette.Near, "#0b2238", 0.5))));
        for (var i = 0; i < 40; i++)
            canvas.Circle(canvas.Between(0, canvas.Width), canvas.Between(0, 1), canvas.Between(0.01, 0.05), canvas.Glow("#ffffff", 0.35));
        const int Steps = 64;
        for (var i = 0; i <= Steps; i++)
        {
            var (x, turn) = (((i / (double)Steps * 1.1) - 0.05) * canvas.Width, i / (double)Steps * 15);
            var (one, other) = (0.5 + (0.24 * Math.Sin(turn)), 0.5 - (0.24 * Math.Sin(turn)));
            var depth = (Math.Cos(turn) + 1) / 2;
            canvas.Line(x, one, x, other, _series[i % 4], 0.008, 0.35 + (0.4 * depth));
            canvas.Circle(x, one, 0.016 + (0.016 * depth), Palette.Mix("#e8f6ff", "#2b6fa3", 1 - depth));
            canvas.Circle(x, other, 0.032 - (0.016 * depth), Palette.Mix("#ffe3c7", "#b8562d", depth));
        }
    }

    /// <summary>Columns, a line and a ring: an infographic without its words.</summary>
    public static void Chart(Canvas canvas, Palette palette)
    {
        canvas.Rectangle(-0.1, -0.1, canvas.Width + 0.2, 1.2, "#f7f4ec");
        canvas.Rectangle(0, 0, canvas.Width, 0.09, Palette.Mix(palette.Near, "#1f3b4d", 0.5));
        canvas.Rectangle(0.05, 0.035, canvas.Width * 0.45, 0.022, "#ffffff", 0.9);
        var portrait = canvas.Width < 1;
        Columns(canvas, 0.07, portrait ? 0.45 : 0.88, canvas.Width * (portrait ? 0.85 : 0.5), portrait ? 0.27 : 0.6);
        Ring(canvas, canvas.Width * (portrait ? 0.5 : 0.79), portrait ? 0.63 : 0.36, portrait ? 0.13 : 0.17);
        Trend(canvas, canvas.Width * (portrait ? 0.1 : 0.62), portrait ? 0.95 : 0.9, canvas.Width * (portrait ? 0.8 : 0.33), portrait ? 0.13 : 0.22);
    }

    private static void Columns(Canvas canvas, double x, double foot, double width, double height)
    {
        for (var line = 0; line <= 4; line++)
            canvas.Line(x, foot - (height * line / 4), x + width, foot - (height * line / 4), "#c9c3b4", 0.002);
        for (var i = 0; i < 8; i++)
        {
            var (left, tall) = (x + (width * (i + 0.15) / 8), height * (0.25 + (0.07 * i) + canvas.Between(-0.08, 0.12)));
            canvas.Rectangle(left, foot - tall, width * 0.055, tall, _series[0]);
            canvas.Rectangle(left + (width * 0.06), foot - (tall * 0.6), width * 0.03, tall * 0.6, _series[1]);
            canvas.Rectangle(left, foot + 0.012, width * 0.06, 0.01, "#8b8577");
        }
    }

    private static void Ring(Canvas canvas, double x, double y, double radius)
    {
        double[] shares = [0.34, 0.24, 0.18, 0.14, 0.1];
        var from = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            var (start, end) = (from, from + shares[i]);
            canvas.Polygon(Enumerable.Range(0, 25).Select(n => start + ((end - start) * n / 24)).Select(t => (x + (radius * Math.Sin(t * 2 * Math.PI)), y - (radius * Math.Cos(t * 2 * Math.PI)))).Append((x, y)), _series[i]);
            from = end;
        }

        canvas.Circle(x, y, radius * 0.58, "#f7f4ec");
        canvas.Rectangle(x - (radius * 0.3), y - (radius * 0.08), radius * 0.6, radius * 0.16, "#1f3b4d");
    }

    private static void Trend(Canvas canvas, double x, double foot, double width, double height)
    {
        List<(double X, double Y)> points = [.. Enumerable.Range(0, 10).Select(i => (x + (width * i / 9), foot - (height * (0.15 + (0.08 * i) + canvas.Between(-0.07, 0.07)))))];
        canvas.Polygon([.. points, (x + width, foot), (x, foot)], _series[2], 0.25);
        canvas.Curve(points, _series[2], 0.008);
        foreach (var point in points)
            canvas.Circle(point.X, point.Y, 0.009, _series[3]);
        canvas.Line(x, foot, x + width, foot, "#8b8577", 0.003);
    }
}
