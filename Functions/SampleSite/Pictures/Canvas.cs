using System.Globalization;
using System.Text;

namespace News.Functions.SampleSite.Pictures;

/// <summary>An SVG drawing as it grows. Everything is in fractions of the picture's height, x from the left, y from the top.</summary>
public sealed class Canvas(double aspect, int seed)
{
    private readonly StringBuilder _shapes = new();
    private readonly StringBuilder _definitions = new();
    private int _gradients;

    /// <summary>Width, in heights.</summary>
    public double Width => aspect;

    /// <summary>The same numbers for the same picture on every machine.</summary>
    public Random Random { get; } = new(seed);

    /// <summary>A number between two.</summary>
    public double Between(double low, double high) => low + (Random.NextDouble() * (high - low));

    /// <summary>Colours from the top to the bottom of whatever is filled with it.</summary>
    public string Gradient(params (double At, string Color)[] stops) => Define(
        "linearGradient", " x1='0' y1='0' x2='0' y2='1'", string.Concat(stops.Select(stop => Text($"<stop offset='{stop.At:0.###}' stop-color='{stop.Color}'/>"))));

    /// <summary>Light that fades from a middle.</summary>
    public string Glow(string color, double strength = 1) => Define(
        "radialGradient", "", Text($"<stop offset='0' stop-color='{color}' stop-opacity='{strength:0.##}'/><stop offset='1' stop-color='{color}' stop-opacity='0'/>"));

    public void Rectangle(double x, double y, double width, double height, string fill, double opacity = 1) =>
        Add($"<rect x='{x:0.####}' y='{y:0.####}' width='{width:0.####}' height='{height:0.####}' fill='{fill}' opacity='{opacity:0.##}'/>");

    public void Circle(double x, double y, double radius, string fill, double opacity = 1) => Ellipse(x, y, radius, radius, fill, opacity);

    public void Ellipse(double x, double y, double across, double down, string fill, double opacity = 1, double turned = 0) =>
        Add($"<ellipse cx='{x:0.####}' cy='{y:0.####}' rx='{across:0.####}' ry='{down:0.####}' fill='{fill}' opacity='{opacity:0.##}' transform='rotate({turned:0.#} {x:0.####} {y:0.####})'/>");

    public void Line(double x, double y, double toX, double toY, string color, double width, double opacity = 1) =>
        Add($"<line x1='{x:0.####}' y1='{y:0.####}' x2='{toX:0.####}' y2='{toY:0.####}' stroke='{color}' stroke-width='{width:0.####}' stroke-linecap='round' opacity='{opacity:0.##}'/>");

    /// <summary>A shape with corners.</summary>
    public void Polygon(IEnumerable<(double X, double Y)> points, string fill, double opacity = 1) =>
        Add($"<path d='M{string.Join('L', points.Select(point => Text($"{point.X:0.####} {point.Y:0.####}")))}Z' fill='{fill}' opacity='{opacity:0.##}'/>");

    /// <summary>A shape in the language of SVG's paths, at a place and of a size.</summary>
    public void Path(string path, double x, double y, double size, string fill, double opacity = 1, double turned = 0) =>
        Add($"<path d='{path}' fill='{fill}' opacity='{opacity:0.##}' transform='translate({x:0.####} {y:0.####}) rotate({turned:0.#}) scale({size:0.####})'/>");

    /// <summary>A smooth line, drawn.</summary>
    public void Curve(IReadOnlyList<(double X, double Y)> points, string color, double width, double opacity = 1) =>
        Add($"<path d='{Smooth(points)}' fill='none' stroke='{color}' stroke-width='{width:0.####}' stroke-linecap='round' opacity='{opacity:0.##}'/>");

    /// <summary>Everything below a smooth line.</summary>
    public void Below(IReadOnlyList<(double X, double Y)> points, string fill, double opacity = 1) =>
        Add($"<path d='{Smooth(points)}L{points[^1].X:0.####} 1.1L{points[0].X:0.####} 1.1Z' fill='{fill}' opacity='{opacity:0.##}'/>");

    /// <summary>A line of hills: a few waves of different lengths, from edge to edge.</summary>
    public List<(double X, double Y)> Ridge(double height, double roughness, int points = 40)
    {
        var waves = Enumerable.Range(1, 5).Select(n => (Length: n * n * Between(0.7, 1.3), Phase: Between(0, 6.3), Size: roughness / n)).ToList();
        return [.. Enumerable.Range(0, points + 1).Select(i => (double)i / points).Select(t =>
            ((t * (Width + 0.1)) - 0.05, height + waves.Sum(wave => wave.Size * Math.Sin((t * Width * wave.Length * 2) + wave.Phase))))];
    }

    /// <summary>The whole drawing.</summary>
    public byte[] ToSvg() => Encoding.UTF8.GetBytes(Text(
        $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {Width:0.####} 1' width='{Width * 1_000:0}' height='1000'><defs>{_definitions}</defs>{_shapes}</svg>"));

    private static string Smooth(IReadOnlyList<(double X, double Y)> points)
    {
        var path = new StringBuilder(Text($"M{points[0].X:0.####} {points[0].Y:0.####}"));
        for (var i = 1; i < points.Count - 1; i++)
        {
            var (here, next) = (points[i], points[i + 1]);
            path.Append(Text($"Q{here.X:0.####} {here.Y:0.####} {(here.X + next.X) / 2:0.####} {(here.Y + next.Y) / 2:0.####}"));
        }

        return path.Append(Text($"L{points[^1].X:0.####} {points[^1].Y:0.####}")).ToString();
    }

    private string Define(string element, string attributes, string stops)
    {
        _definitions.Append(Text($"<{element} id='g{++_gradients}'{attributes}>{stops}</{element}>"));
        return Text($"url(#g{_gradients})");
    }

    private void Add(FormattableString shape) => _shapes.Append(Text(shape));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
