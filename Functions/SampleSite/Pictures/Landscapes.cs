namespace News.Functions.SampleSite.Pictures;

/// <summary>Mountains, fields and water.</summary>
public static class Landscapes
{
    /// <summary>Ridge behind ridge, each paler than the one before it.</summary>
    public static void Mountains(Canvas canvas, Palette palette)
    {
        Sky.Paint(canvas, palette, 0.6);
        for (var layer = 0; layer < 6; layer++)
        {
            var near = layer / 5.0;
            canvas.Below(canvas.Ridge(0.42 + (0.11 * layer), 0.075), palette.Depth(near * 0.9));
            Sky.Mist(canvas, palette, 0.5 + (0.11 * layer), 0.55 * (1 - near));
        }

        for (var i = 0; i < 26; i++)
            Pine(canvas, canvas.Between(0, canvas.Width), canvas.Between(0.98, 1.05), canvas.Between(0.1, 0.2), Palette.Mix(palette.Near, "#000000", 0.25));
    }

    /// <summary>Rice terraces that hold the sky.</summary>
    public static void Terraces(Canvas canvas, Palette palette)
    {
        Sky.Paint(canvas, palette, 0.4);
        canvas.Below(canvas.Ridge(0.3, 0.06), palette.Depth(0.2));
        canvas.Below(canvas.Ridge(0.36, 0.05), palette.Depth(0.4));
        var slope = canvas.Ridge(0, 0.035, 60);
        for (var step = 0; step < 15; step++)
        {
            var (y, t) = (0.4 + (0.62 * Math.Pow(step / 14.0, 1.35)), step / 14.0);
            var lean = canvas.Between(-0.03, 0.03);
            var edge = slope.Select((point, i) => (point.X, y + (point.Y * (0.5 + (1.4 * t))) + (lean * i / 60))).ToList();
            canvas.Below(edge, Palette.Mix(palette.Near, "#7fae3a", 0.35 + (0.3 * ((step * 7 % 5) / 4.0))));
            canvas.Below([.. edge.Select(point => (point.X, point.Item2 + 0.008 + (0.012 * t)))], step % 3 == 1 ? palette.Water : Palette.Mix("#a8c64a", palette.Low, 0.25 + (0.35 * ((step * 3 % 4) / 3.0))), 0.92);
        }

        House(canvas, 0.7 * canvas.Width, 0.55, 0.06);
        House(canvas, 0.76 * canvas.Width, 0.57, 0.045);
    }

    /// <summary>Islands of limestone in a still bay.</summary>
    public static void Bay(Canvas canvas, Palette palette)
    {
        const double Horizon = 0.58;
        Sky.Paint(canvas, palette, Horizon);
        canvas.Rectangle(-0.1, Horizon, canvas.Width + 0.2, 0.5, canvas.Gradient((0, Palette.Mix(palette.Water, palette.Low, 0.5)), (1, Palette.Mix(palette.Water, palette.Near, 0.45))));
        foreach (var near in (double[])[0.1, 0.2, 0.3, 0.5, 0.65, 0.85])
        {
            var (x, width, height) = (canvas.Between(-0.05, 1.05) * canvas.Width, 0.1 + (0.2 * near), canvas.Between(0.12, 0.2) + (0.2 * near));
            Island(canvas, x, Horizon + (0.16 * near * near), width, height, palette.Depth(near));
            Sky.Mist(canvas, palette, Horizon, 0.3 * (1 - near));
        }

        for (var i = 0; i < 60; i++)
        {
            var y = canvas.Between(Horizon + 0.01, 1);
            canvas.Line(canvas.Between(0, canvas.Width), y, canvas.Between(0, canvas.Width), y, palette.Light, 0.0012 + (0.003 * (y - Horizon)), 0.08);
        }

        Boat(canvas, canvas.Between(0.25, 0.4) * canvas.Width, 0.8, 0.13, palette);
        Boat(canvas, canvas.Between(0.6, 0.8) * canvas.Width, 0.7, 0.07, palette);
    }

    /// <summary>Rows of a field that meet at the horizon, after rain or before harvest.</summary>
    public static void Field(Canvas canvas, Palette palette)
    {
        const double Horizon = 0.45;
        Sky.Paint(canvas, palette, Horizon);
        canvas.Below(canvas.Ridge(Horizon - 0.03, 0.02), palette.Depth(0.3));
        canvas.Rectangle(-0.1, Horizon, canvas.Width + 0.2, 0.6, canvas.Gradient((0, Palette.Mix(palette.Far, "#9bbf4a", 0.5)), (1, Palette.Mix(palette.Near, "#5d8a2a", 0.5))));
        var vanishing = canvas.Between(0.3, 0.7) * canvas.Width;
        for (var row = -22; row <= 22; row++)
        {
            var foot = vanishing + (row * 0.17);
            canvas.Polygon([(vanishing + (row * 0.004), Horizon), (foot, 1.05), (foot + 0.075, 1.05)], Palette.Mix(palette.Near, row % 4 == 0 ? palette.Water : "#c7d96b", 0.55), 0.8);
        }

        for (var i = 0; i < 5; i++)
            Palm(canvas, canvas.Between(0.05, 0.95) * canvas.Width, Horizon + 0.005, canvas.Between(0.1, 0.2), Palette.Mix(palette.Near, "#000000", 0.2));
        for (var i = 0; i < 4; i++)
            Farmer(canvas, canvas.Between(0.15, 0.85) * canvas.Width, canvas.Between(0.6, 0.85), canvas.Between(0.05, 0.09));
    }

    private static void Island(Canvas canvas, double x, double water, double width, double height, string color)
    {
        var top = Enumerable.Range(0, 13).Select(i => i / 12.0)
            .Select(t => (X: x + ((t - 0.5) * width * (1.15 - (0.3 * Math.Sin(t * 3.14)))), Up: height * Math.Pow(Math.Sin(t * Math.PI), 0.55) * canvas.Between(0.8, 1.08))).ToList();
        canvas.Polygon(top.Select(point => (point.X, water - point.Up)), color);
        canvas.Polygon(top.Select(point => (point.X, water + (point.Up * 0.7))), color, 0.28);
        canvas.Polygon(top.Where((_, i) => i is >= 6 and <= 11).Select(point => (point.X, water - (point.Up * 0.95))).Append((x, water)), "#000000", 0.12);
    }

    private static void Pine(Canvas canvas, double x, double foot, double height, string color)
    {
        for (var tier = 0; tier < 4; tier++)
        {
            var (top, half) = (foot - height + (tier * height * 0.2), height * (0.1 + (0.06 * tier)));
            canvas.Polygon([(x, top), (x - half, top + (height * 0.34)), (x + half, top + (height * 0.34))], color);
        }
    }

    private static void Palm(Canvas canvas, double x, double foot, double height, string color)
    {
        var (bend, top) = (canvas.Between(-0.03, 0.03), foot - height);
        canvas.Curve([(x, foot), (x + (bend * 0.3), foot - (height * 0.5)), (x + bend, top)], color, height * 0.05);
        for (var leaf = 0; leaf < 9; leaf++)
            canvas.Ellipse(x + bend + (0.2 * height * Math.Cos(leaf * 0.7)), top + (0.1 * height * Math.Sin(leaf * 0.7)), height * 0.22, height * 0.035, color, 1, leaf * 40);
    }

    private static void House(Canvas canvas, double x, double y, double size)
    {
        canvas.Rectangle(x - (size * 0.5), y - (size * 0.45), size, size * 0.45, "#6b4a34");
        canvas.Polygon([(x - (size * 0.7), y - (size * 0.42)), (x + (size * 0.7), y - (size * 0.42)), (x + (size * 0.42), y - (size * 0.9)), (x - (size * 0.42), y - (size * 0.9))], "#3f2c22");
        canvas.Rectangle(x - (size * 0.1), y - (size * 0.32), size * 0.2, size * 0.32, "#f3c069");
    }

    private static void Boat(Canvas canvas, double x, double y, double size, Palette palette)
    {
        var dark = Palette.Mix(palette.Near, "#000000", 0.4);
        canvas.Path("M-1 0Q0 .42 1 0L.8 .22Q0 .5 -.8 .22Z", x, y, size, dark);
        canvas.Line(x, y, x, y - (size * 1.3), dark, size * 0.04);
        canvas.Path("M0 -1.25Q.75 -.8 .7 -.05L0 -.05Z", x, y, size, "#c6552f", 0.95);
        canvas.Path("M0 -1.15Q-.5 -.7 -.55 -.05L0 -.05Z", x, y, size, "#e08a4a", 0.95);
        canvas.Ellipse(x, y + (size * 0.45), size, size * 0.12, dark, 0.25);
    }

    private static void Farmer(Canvas canvas, double x, double y, double size)
    {
        canvas.Ellipse(x, y, size * 0.5, size * 0.1, "#000000", 0.25);
        canvas.Path("M-.3 0Q-.35 -.8 0 -.95Q.35 -.8 .3 0Z", x, y, size, "#4a3a6b");
        canvas.Path("M-.5 -.85Q0 -1.45 .5 -.85Q0 -.75 -.5 -.85Z", x, y, size, "#e8cf8a");
    }
}
