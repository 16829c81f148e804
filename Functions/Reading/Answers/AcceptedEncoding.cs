using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace News.Functions.Reading.Answers;

/// <summary>Picks how to send a body.</summary>
public static class AcceptedEncoding
{
    /// <summary>The encoding the client likes best (RFC 9110 12.5.3): Brotli before gzip where it does not care.</summary>
    public static Encoded Of(ReadyBody body, StringValues accepted)
    {
        if (accepted.Count == 0 || !StringWithQualityHeaderValue.TryParseList(accepted, out var liked))
            return body.Plain;
        var (brotli, gzip) = (Quality(liked, "br"), Quality(liked, "gzip"));
        if (brotli > 0 && brotli >= gzip)
            return body.AsBrotli;
        return gzip > 0 ? body.AsGzip : body.Plain;
    }

    private static double Quality(IList<StringWithQualityHeaderValue> liked, string encoding)
    {
        foreach (var value in liked)
        {
            if (value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase))
                return value.Quality ?? 1;
        }

        return 0;
    }
}
