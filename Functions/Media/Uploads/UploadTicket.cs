namespace News.Functions.Media.Uploads;

/// <summary>How to send a file: one request with this method and these headers, its body the file.</summary>
/// <param name="Url">Signed; good for this one file until <paramref name="ExpiresAt"/>.</param>
public sealed record UploadTicket(string UploadId, string Url, DateTimeOffset ExpiresAt, string Method, IReadOnlyDictionary<string, string> Headers);
