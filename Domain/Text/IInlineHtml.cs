namespace News.Domain.Text;

/// <summary>Makes inline HTML harmless. A port because the parser is a library's and the Domain has none.</summary>
public interface IInlineHtml
{
    /// <summary>
    /// Only <c>a em strong sub sup code br</c>; links only to http, https, mailto or a path of this site. Text is kept; elements that
    /// are not allowed lose their tags, scripts and styles also their content. Any input is accepted and the result is stable:
    /// cleaning it again changes nothing.
    /// </summary>
    /// <param name="html">Any text.</param>
    /// <param name="refusedLinks">Takes the addresses that were dropped, for those who would rather refuse than drop.</param>
    string Clean(string html, ICollection<string>? refusedLinks = null);
}
