namespace News.Functions.SampleSite.Pictures;

/// <summary>What grows, and what it is eaten from.</summary>
public static class Gardens
{
    private const string LeafShape = "M0 0C.5 -.25 .55 -.7 0 -1C-.55 -.7 -.5 -.25 0 0Z";
    private static readonly string[] _fruit = ["#e2572b", "#f0a52e", "#d83a4a", "#8ab03a", "#6a2f4f", "#f2c84b"];

    /// <summary>Leaves over leaves against the light.</summary>
    public static void Leaves(Canvas canvas, Palette palette)
    {
        canvas.Rectangle(-0.1, -0.1, canvas.Width + 0.2, 1.2, canvas.Gradient((0, Palette.Mix(palette.Low, "#dff0b0", 0.5)), (1, "#16402c")));
        canvas.Circle(canvas.Width * canvas.Between(0.3, 0.8), 0.15, 0.6, canvas.Glow("#fffbe0", 0.9));
        for (var i = 0; i < 46; i++)
        {
            var near = i / 45.0;
            var color = Palette.Mix(Palette.Mix("#a9cf5a", "#2f7d43", canvas.Random.NextDouble()), "#0f3a26", 0.55 * near);
            Leaf(canvas, canvas.Between(-0.05, 1.05) * canvas.Width, canvas.Between(0.1, 1.15), 0.22 + (0.3 * near), canvas.Between(-75, 75), color);
        }

        for (var i = 0; i < 26; i++)
            Dew(canvas, canvas.Between(0, canvas.Width), canvas.Between(0.3, 1), canvas.Between(0.006, 0.018));
    }

    /// <summary>Lotus on a pond.</summary>
    public static void Lotus(Canvas canvas, Palette palette)
    {
        canvas.Rectangle(-0.1, -0.1, canvas.Width + 0.2, 1.2, canvas.Gradient((0, Palette.Mix(palette.Water, palette.Low, 0.4)), (0.4, palette.Water), (1, Palette.Mix(palette.Water, "#0e3b3a", 0.75))));
        for (var i = 0; i < 34; i++)
        {
            var y = 0.22 + (0.85 * i / 34);
            var size = 0.04 + (0.15 * (y - 0.1));
            var x = canvas.Between(-0.05, 1.05) * canvas.Width;
            canvas.Ellipse(x + 0.01, y + 0.012, size, size * 0.36, "#062a2a", 0.35);
            canvas.Ellipse(x, y, size, size * 0.36, Palette.Mix("#6fae5a", "#1f6b4a", canvas.Random.NextDouble()));
            for (var vein = 0; vein < 7; vein++)
                canvas.Line(x, y, x + (size * 0.85 * Math.Cos(vein * 0.9)), y + (size * 0.3 * Math.Sin(vein * 0.9)), "#b9d98a", 0.002, 0.45);
            if (i % 5 == 2)
                Flower(canvas, x, y - (size * 0.1), size * 1.05);
        }

        Flower(canvas, canvas.Width * canvas.Between(0.35, 0.65), 0.72, 0.24);
    }

    /// <summary>Fruit on a table, light from the left.</summary>
    public static void Fruit(Canvas canvas, Palette palette)
    {
        canvas.Rectangle(-0.1, -0.1, canvas.Width + 0.2, 1.2, canvas.Gradient((0, Palette.Mix(palette.Low, "#f3ead8", 0.6)), (0.62, Palette.Mix(palette.Far, "#c9b79a", 0.6)), (0.621, "#8a5a38"), (1, "#54321f")));
        for (var i = 0; i < 24; i++)
            canvas.Line(-0.1, 0.64 + (i * 0.016), canvas.Width + 0.1, 0.64 + (i * 0.016) + canvas.Between(-0.01, 0.01), "#3b2213", 0.002, 0.35);
        canvas.Ellipse(canvas.Width * 0.5, 0.86, canvas.Width * 0.4, 0.08, "#2a170c", 0.4);
        canvas.Ellipse(canvas.Width * 0.5, 0.6, canvas.Width * 0.28, 0.06, "#8f979e");
        for (var i = 0; i < 13; i++)
        {
            var (t, size) = (i * 5 % 13 / 12.0, canvas.Between(0.07, 0.1));
            Ball(canvas, canvas.Width * (0.3 + (0.4 * t)), 0.6 - (0.11 * Math.Sin(t * Math.PI)) + canvas.Between(-0.03, 0.03), size, _fruit[canvas.Random.Next(_fruit.Length)]);
        }

        Leaf(canvas, canvas.Width * 0.5, 0.5, 0.2, 25, "#3f8a43");
        Leaf(canvas, canvas.Width * 0.55, 0.52, 0.18, 60, "#2f7238");
        canvas.Path("M-1 -.2Q-.85 .42 -.2 .5L.2 .5Q.85 .42 1 -.2Q0 .14 -1 -.2Z", canvas.Width * 0.5, 0.66, canvas.Width * 0.29, canvas.Gradient((0, "#f7f4ee"), (1, "#a3abb3")));
        Ball(canvas, canvas.Width * 0.12, 0.86, 0.1, "#e2572b");
        Ball(canvas, canvas.Width * 0.88, 0.88, 0.085, "#8ab03a");
    }

    /// <summary>A chest of drawers for herbs, some of them lying before it.</summary>
    public static void Herbs(Canvas canvas, Palette palette)
    {
        canvas.Rectangle(-0.1, -0.1, canvas.Width + 0.2, 1.2, canvas.Gradient((0, "#5a3219"), (1, Palette.Mix("#2d170b", palette.Near, 0.2))));
        const double Drawer = 0.17;
        for (var y = 0.03; y < 0.68; y += Drawer)
        {
            for (var x = 0.02; x < canvas.Width; x += Drawer * 1.25)
            {
                canvas.Rectangle(x, y, (Drawer * 1.25) - 0.015, Drawer - 0.015, canvas.Gradient((0, Palette.Mix("#a8683a", "#6f3f20", canvas.Random.NextDouble())), (1, "#5b3218")));
                canvas.Rectangle(x + 0.05, y + 0.03, 0.095, 0.045, "#efe0bd", 0.9);
                canvas.Line(x + 0.06, y + 0.053, x + 0.06 + canvas.Between(0.03, 0.07), y + 0.053, "#5b3218", 0.006, 0.7);
                canvas.Circle(x + (Drawer * 0.58), y + 0.115, 0.013, "#d9ae5f");
            }
        }

        canvas.Rectangle(-0.1, 0.72, canvas.Width + 0.2, 0.4, canvas.Gradient((0, "#8a5a34"), (1, "#4a2a15")));
        for (var heap = 0; heap < 5; heap++)
        {
            var (x, color) = (canvas.Width * (0.12 + (0.19 * heap)), _fruit[(heap + canvas.Random.Next(3)) % _fruit.Length]);
            canvas.Ellipse(x, 0.9, 0.14, 0.045, "#f0ead9");
            for (var i = 0; i < 60; i++)
                canvas.Ellipse(x + canvas.Between(-0.1, 0.1), 0.885 - (Math.Abs(canvas.Between(-1, 1)) * 0.055), 0.014, 0.006, Palette.Mix(color, "#4a2f18", canvas.Random.NextDouble() * 0.7), 1, canvas.Between(0, 180));
        }
    }

    private static void Leaf(Canvas canvas, double x, double y, double size, double turned, string color)
    {
        canvas.Path(LeafShape, x + 0.008, y + 0.012, size, "#04160d", 0.3, turned);
        canvas.Path(LeafShape, x, y, size, color, 1, turned);
        canvas.Path("M-.012 0L0 -.95L.012 0Z", x, y, size, "#dff0b0", 0.55, turned);
        for (var vein = 1; vein < 7; vein++)
        {
            canvas.Path("M0 0Q.18 -.1 .3 -.24L.29 -.25Q.17 -.12 0 -.03Z", x - (size * vein * 0.13 * -Math.Sin(turned * Math.PI / 180)), y - (size * vein * 0.13 * Math.Cos(turned * Math.PI / 180)), size * 0.8, "#dff0b0", 0.3, turned);
            canvas.Path("M0 0Q-.18 -.1 -.3 -.24L-.29 -.25Q-.17 -.12 0 -.03Z", x - (size * vein * 0.13 * -Math.Sin(turned * Math.PI / 180)), y - (size * vein * 0.13 * Math.Cos(turned * Math.PI / 180)), size * 0.8, "#dff0b0", 0.3, turned);
        }
    }

    private static void Dew(Canvas canvas, double x, double y, double size)
    {
        canvas.Circle(x, y, size, "#eafff2", 0.45);
        canvas.Circle(x - (size * 0.3), y - (size * 0.3), size * 0.35, "#ffffff", 0.95);
    }

    private static void Ball(Canvas canvas, double x, double y, double size, string color)
    {
        canvas.Circle(x, y, size, Palette.Mix(color, "#20100a", 0.25));
        canvas.Circle(x - (size * 0.08), y - (size * 0.08), size * 0.88, color);
        canvas.Circle(x - (size * 0.35), y - (size * 0.38), size * 0.75, canvas.Glow("#fff6dc", 0.75));
        canvas.Circle(x, y - (size * 0.86), size * 0.08, "#4a3a1c");
    }

    private static void Flower(Canvas canvas, double x, double y, double size)
    {
        const string Petal = "M0 0C.42 -.3 .3 -.85 0 -1C-.3 -.85 -.42 -.3 0 0Z";
        for (var i = 0; i < 9; i++)
            canvas.Path(Petal, x, y, size * 0.95, i % 2 == 0 ? "#e58bb0" : "#f1b3cc", 1, -80 + (20 * i));
        for (var i = 0; i < 5; i++)
            canvas.Path(Petal, x, y, size * 0.75, i % 2 == 0 ? "#f9d6e3" : "#f4bfd3", 1, -44 + (22 * i));
        canvas.Ellipse(x, y - (size * 0.16), size * 0.16, size * 0.1, "#f2cf4a");
    }
}
