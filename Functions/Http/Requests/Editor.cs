using Microsoft.AspNetCore.Http;
using News.Domain;
using News.Domain.Drafts;
using News.Domain.Text;

namespace News.Functions.Http.Requests;

/// <summary>Who changes something, as the newsroom's client says.</summary>
public static class Editor
{
    private const string Header = "X-Editor";

    /// <summary>The name in <c>X-Editor</c>, which may be percent-encoded UTF-8; null where there is none.</summary>
    /// <exception cref="Failure">It is too long or has controls.</exception>
    public static string? Of(HttpRequest request)
    {
        var errors = new FieldErrors();
        var given = Uri.UnescapeDataString(request.Headers[Header].ToString());
        var name = CleanText.AcceptOptional(given, Header, ArticleLimits.Name, errors);
        errors.ThrowIfAny();
        return name;
    }
}
