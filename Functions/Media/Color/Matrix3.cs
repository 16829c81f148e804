namespace News.Functions.Media.Color;

/// <summary>Three rows of three numbers.</summary>
public readonly record struct Matrix3(
    double A, double B, double C, double D, double E, double F, double G, double H, double I)
{
    public static Matrix3 OfColumns(double[] x, double[] y, double[] z) => new(x[0], y[0], z[0], x[1], y[1], z[1], x[2], y[2], z[2]);

    public static Matrix3 Diagonal(double[] d) => new(d[0], 0, 0, 0, d[1], 0, 0, 0, d[2]);

    public static double[] operator *(Matrix3 m, double[] v) =>
    [
        (m.A * v[0]) + (m.B * v[1]) + (m.C * v[2]),
        (m.D * v[0]) + (m.E * v[1]) + (m.F * v[2]),
        (m.G * v[0]) + (m.H * v[1]) + (m.I * v[2]),
    ];

    public static Matrix3 operator *(Matrix3 m, Matrix3 n) =>
        OfColumns(m * [n.A, n.D, n.G], m * [n.B, n.E, n.H], m * [n.C, n.F, n.I]);

    /// <summary>By cofactors.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Matrix3 Inverse()
    {
        double a = (E * I) - (F * H), b = (F * G) - (D * I), c = (D * H) - (E * G);
        var determinant = (A * a) + (B * b) + (C * c);
        if (Math.Abs(determinant) < 1e-9)
            throw new ArgumentException("The matrix has no inverse.");
        var s = 1 / determinant;
        return new(
            s * a, s * ((C * H) - (B * I)), s * ((B * F) - (C * E)),
            s * b, s * ((A * I) - (C * G)), s * ((C * D) - (A * F)),
            s * c, s * ((B * G) - (A * H)), s * ((A * E) - (B * D)));
    }
}
