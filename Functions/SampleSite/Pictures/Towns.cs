namespace News.Functions.SampleSite.Pictures;

/// <summary>Where people live.</summary>
public static class Towns
{
    private static readonly string[] _lanterns = ["#e2452f", "#f2a33a", "#f7d154", "#d94f7a", "#54a3a0"];

    /// <summary>A skyline across a river, its windows lit.</summary>
    public static void Skyline(Canvas canvas, Palette palette)
    {
        const double Bank = 0.68;
        Sky.Paint(canvas, palette, Bank);
        for (var layer = 0; layer < 3; layer++)
        {
            for (var x = -0.05; x < canvas.Width + 0.05;)
            {
                var (width, height) = (canvas.Between(0.04, 0.1), canvas.Between(0.08, 0.3) + (canvas.Random.Next(6) == 0 ? 0.18 : 0));
                Tower(canvas, x, Bank, width, height * (1.15 - (0.22 * layer)), palette.Depth(0.15 + (0.38 * layer)), palette, lit: layer > 0);
                x += width * canvas.Between(0.95, 1.4);
            }
        }

        canvas.Rectangle(-0.1, Bank, canvas.Width + 0.2, 0.4, canvas.Gradient((0, Palette.Mix(palette.Water, palette.Near, 0.35)), (1, Palette.Mix(palette.Water, palette.Near, 0.75))));
        for (var i = 0; i < 120; i++)
        {
            var (x, y, length) = (canvas.Between(0, canvas.Width), canvas.Between(Bank + 0.01, 1), canvas.Between(0.02, 0.12));
            canvas.Line(x, y, x + length, y, i % 3 == 0 ? "#ffd27a" : palette.Low, 0.003, 0.22);
        }

        Bridge(canvas, Bank + 0.09, palette);
    }

    /// <summary>Lanterns over a street in the evening, out of focus behind.</summary>
    public static void Lanterns(Canvas canvas, Palette palette)
    {
        canvas.Rectangle(-0.1, -0.1, canvas.Width + 0.2, 1.2, canvas.Gradient((0, "#1b1530"), (0.6, "#4a2340"), (1, "#1a1020")));
        for (var i = 0; i < 70; i++)
        {
            var light = _lanterns[canvas.Random.Next(_lanterns.Length)];
            canvas.Circle(canvas.Between(0, canvas.Width), canvas.Between(0.3, 1), canvas.Between(0.015, 0.06), canvas.Glow(light, 0.7), 0.8);
        }

        for (var string_ = 0; string_ < 3; string_++)
        {
            var y = 0.08 + (0.13 * string_);
            List<(double X, double Y)> cord = [.. Enumerable.Range(0, 21).Select(i => (i / 20.0 * canvas.Width, y + (0.06 * Math.Sin(i / 20.0 * Math.PI))))];
            canvas.Curve(cord, "#120c18", 0.004);
            for (var i = 1; i < 20; i += 3)
                Lantern(canvas, cord[(i + string_) % 21].X, cord[(i + string_) % 21].Y, 0.055 + (0.02 * string_), _lanterns[(i + string_) % _lanterns.Length]);
        }

        for (var i = 0; i < 9; i++)
            Passer(canvas, canvas.Between(0, canvas.Width), canvas.Between(0.98, 1.06), canvas.Between(0.2, 0.3), Palette.Mix("#150d1c", palette.Near, 0.3));
    }

    private static void Tower(Canvas canvas, double x, double foot, double width, double height, string color, Palette palette, bool lit)
    {
        canvas.Rectangle(x, foot - height, width, height + 0.01, color);
        if (canvas.Random.Next(3) == 0)
            canvas.Line(x + (width / 2), foot - height, x + (width / 2), foot - height - 0.05, color, 0.004);
        for (var floor = foot - height + 0.015; lit && floor < foot - 0.015; floor += 0.018)
        {
            for (var window = x + 0.008; window < x + width - 0.01; window += 0.013)
            {
                if (canvas.Random.Next(100) < 38)
                    canvas.Rectangle(window, floor, 0.007, 0.009, canvas.Random.Next(5) == 0 ? palette.Light : "#ffcf6b", 0.85);
            }
        }
    }

    private static void Bridge(Canvas canvas, double y, Palette palette)
    {
        var dark = Palette.Mix(palette.Near, "#000000", 0.3);
        canvas.Rectangle(-0.1, y, canvas.Width + 0.2, 0.018, dark);
        foreach (var pylon in (double[])[0.3, 0.7])
        {
            var x = pylon * canvas.Width;
            canvas.Polygon([(x - 0.012, y + 0.12), (x - 0.004, y - 0.3), (x + 0.004, y - 0.3), (x + 0.012, y + 0.12)], dark);
            for (var cable = 1; cable <= 12; cable++)
            {
                canvas.Line(x, y - 0.3 + (cable * 0.008), x - (cable * 0.026 * canvas.Width / 1.6), y, dark, 0.002, 0.8);
                canvas.Line(x, y - 0.3 + (cable * 0.008), x + (cable * 0.026 * canvas.Width / 1.6), y, dark, 0.002, 0.8);
            }
        }
    }

    private static void Lantern(Canvas canvas, double x, double y, double size, string color)
    {
        canvas.Circle(x, y + size, size * 2.4, canvas.Glow(color, 0.55));
        canvas.Ellipse(x, y + size, size * 0.62, size * 0.8, color);
        canvas.Ellipse(x, y + size, size * 0.3, size * 0.8, "#fff0c0", 0.35);
        canvas.Rectangle(x - (size * 0.25), y + (size * 0.14), size * 0.5, size * 0.12, "#3a1c12");
        canvas.Rectangle(x - (size * 0.25), y + (size * 1.74), size * 0.5, size * 0.12, "#3a1c12");
        canvas.Line(x, y + (size * 1.86), x, y + (size * 2.4), "#d8a64a", size * 0.06);
    }

    private static void Passer(Canvas canvas, double x, double foot, double height, string color)
    {
        canvas.Path("M-.17 0L-.2 -.5Q-.2 -.78 0 -.8Q.2 -.78 .2 -.5L.17 0Z", x, foot, height, color);
        canvas.Path("M-.26 -.86Q0 -1.12 .26 -.86Q0 -.8 -.26 -.86Z", x, foot, height, canvas.Random.Next(2) == 0 ? "#b89a5a" : color);
        canvas.Circle(x, foot - (height * 0.87), height * 0.075, color);
    }
}
