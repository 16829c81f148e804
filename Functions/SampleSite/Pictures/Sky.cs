namespace News.Functions.SampleSite.Pictures;

/// <summary>What is above every landscape.</summary>
public static class Sky
{
    public static void Paint(Canvas canvas, Palette palette, double horizon)
    {
        canvas.Rectangle(-0.1, -0.1, canvas.Width + 0.2, 1.2, canvas.Gradient((0, palette.High), (horizon, palette.Low), (1, palette.Low)));
        var (x, y) = (canvas.Between(0.2, 0.8) * canvas.Width, canvas.Between(0.25, 0.75) * horizon);
        canvas.Circle(x, y, 0.42, canvas.Glow(palette.Light, 0.75));
        canvas.Circle(x, y, canvas.Between(0.045, 0.07), palette.Light, 0.95);
        if (palette == Palette.Night)
            Stars(canvas, horizon);
        else
            Clouds(canvas, palette, horizon);
    }

    /// <summary>Air between the hills.</summary>
    public static void Mist(Canvas canvas, Palette palette, double y, double strength) =>
        canvas.Ellipse(canvas.Between(0.2, 0.8) * canvas.Width, y, canvas.Width * 0.8, 0.09, canvas.Glow(palette.Low, strength));

    private static void Clouds(Canvas canvas, Palette palette, double horizon)
    {
        for (var i = 0; i < 7; i++)
        {
            var (x, y, size) = (canvas.Between(-0.1, 1.1) * canvas.Width, canvas.Between(0.05, 0.8) * horizon, canvas.Between(0.05, 0.14));
            for (var puff = 0; puff < 6; puff++)
                canvas.Ellipse(x + canvas.Between(-2, 2) * size, y + (canvas.Between(-0.2, 0.2) * size), size * canvas.Between(0.8, 2), size * canvas.Between(0.15, 0.35), canvas.Glow(palette.Light, 0.5));
        }
    }

    private static void Stars(Canvas canvas, double horizon)
    {
        for (var i = 0; i < 140; i++)
            canvas.Circle(canvas.Between(0, canvas.Width), canvas.Between(0, horizon), canvas.Between(0.0008, 0.0024), "#ffffff", canvas.Between(0.3, 1));
    }
}
