using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace News.Functions.Http;

/// <summary>What every answer tells browsers to refuse; ready made, for the fastest answers have it too.</summary>
public static class SecurityHeaders
{
    private static readonly StringValues _noSniff = "nosniff";
    private static readonly StringValues _nothing = "default-src 'none'; frame-ancestors 'none'";
    private static readonly StringValues _noReferrer = "no-referrer";

    /// <summary>The body is what its type says. All that readers' JSON needs: it is open to every page, and no browser runs or draws it.</summary>
    public static void Put(HttpResponse response) => response.Headers.XContentTypeOptions = _noSniff;

    /// <summary>And it loads nothing, is shown in no frame, and its address is told to nobody: what is not for everybody, and every problem.</summary>
    public static void Close(HttpResponse response)
    {
        Put(response);
        response.Headers.ContentSecurityPolicy = _nothing;
        response.Headers["Referrer-Policy"] = _noReferrer;
    }
}
