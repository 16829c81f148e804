namespace News.Functions.Previews;

/// <summary>A link to a working version.</summary>
public sealed record PreviewLink(string Url, DateTimeOffset ExpiresAt);
