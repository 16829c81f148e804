using News.Domain.Media;

namespace News.Functions.Storage.Media;

/// <summary>An asset and the store's ETag it was read with.</summary>
public sealed record StoredAsset(MediaAsset Asset, string ETag);
