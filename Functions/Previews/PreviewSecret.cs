using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using News.Functions.Storage;

namespace News.Functions.Previews;

/// <summary>What preview links are signed with: the setting, or else a random one that all instances share through the store.</summary>
public sealed class PreviewSecret(IDocumentStore store, IConfiguration settings)
{
    private const string Partition = "site";
    private const string Id = "preview-secret";

    /// <summary>The secret; made at the first use.</summary>
    public async ValueTask<byte[]> Get(CancellationToken ct)
    {
        if (settings[Settings.PreviewSecret] is { Length: > 0 } given)
            return SHA256.HashData(Encoding.UTF8.GetBytes(given));
        while (true)
        {
            if (await store.Read(Partition, Id, ct) is { } document)
                return SHA256.HashData(document.Body.Span);
            var random = Encoding.ASCII.GetBytes($"\"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}\"");
            await store.Commit(Partition, [Change.Put(Id, random, Expectation.Absent)], ct);
        }
    }
}
