using System.Text.Json.Serialization;
using News.Domain;
using News.Domain.Drafts;
using News.Domain.Media;
using News.Domain.Text;

namespace News.Functions.Media.Library;

/// <summary>What an asset is to say wherever an article says nothing else; what is left out is empty.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record MediaTextRequest(
    string? Alt = null, string? Caption = null, string? Credit = null, string? Copyright = null, string? License = null)
{
    /// <summary>The words, clean.</summary>
    /// <exception cref="Failure">One is too long or has controls.</exception>
    public MediaText Check()
    {
        var errors = new FieldErrors();
        string Clean(string? text, string field) => CleanText.AcceptOptional(text, field, ArticleLimits.Caption, errors) ?? "";
        var clean = new MediaText(
            Clean(Alt, "alt"), Clean(Caption, "caption"), Clean(Credit, "credit"), Clean(Copyright, "copyright"), Clean(License, "license"));
        errors.ThrowIfAny();
        return clean;
    }
}
