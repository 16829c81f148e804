namespace News.Domain.Site;

/// <summary>A section of the site; its slug never changes.</summary>
/// <param name="Order">Place in the menu, lowest first.</param>
/// <param name="Version">Raised by every change; the newsroom's ETag.</param>
public sealed record Section(string Slug, string Name, int Order, int Version);
