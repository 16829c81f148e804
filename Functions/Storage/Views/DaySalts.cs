using System.Security.Cryptography;
using News.Domain.MostRead;
using News.Functions.Storage.Faults;

namespace News.Functions.Storage.Views;

/// <summary>
/// The secret that makes readers' marks, a new one each day and the same for all instances. It is gone after two days, and with it the
/// way back from a mark to an address.
/// </summary>
public sealed class DaySalts(IDocumentStore store, Patience patience)
{
    private const string Partition = "salt";
    private const int Bytes = 32;
    private static readonly TimeSpan _kept = TimeSpan.FromDays(2);

    private volatile Salt? _last;

    /// <summary>The salt of a day; made by whoever is the first to ask.</summary>
    public async ValueTask<byte[]> Of(Day day, CancellationToken ct)
    {
        if (_last is { } last && last.Day == day)
            return last.Secret;
        while (true)
        {
            if (await store.Read(Partition, day.Key, ct) is { } there)
            {
                _last = new(day, SHA256.HashData(there.Body.Span));
                return _last.Secret;
            }

            // Whether this one or another instance's is there, it is read back.
            var random = JsonString(RandomNumberGenerator.GetHexString(Bytes * 2));
            await patience.Try(() => store.Commit(Partition, [Change.Put(day.Key, random, Expectation.Absent, _kept)], ct), ct);
        }
    }

    private static byte[] JsonString(string text) => System.Text.Encoding.ASCII.GetBytes($"\"{text}\"");

    private sealed record Salt(Day Day, byte[] Secret);
}
