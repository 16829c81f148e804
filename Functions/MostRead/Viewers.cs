using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Net.Http.Headers;
using News.Domain.MostRead;
using News.Functions.Http.Requests;
using News.Functions.Storage.Views;

namespace News.Functions.MostRead;

/// <summary>Tells readers from programs, and one reader from another.</summary>
public sealed class Viewers(DaySalts salts, IConfiguration settings)
{
    private const string Purpose = "Sec-Purpose";
    private const string OldPurpose = "Purpose";
    private const string Prefetch = "prefetch";
    private const string DoNotTrack = "DNT";
    private const string GlobalPrivacyControl = "Sec-GPC";
    private const string Yes = "1";

    private readonly bool _isBehindFrontDoor = !string.IsNullOrEmpty(settings[Settings.HttpFrontDoorId]);
    private readonly int _trustedProxies = settings.GetValue<int>(Settings.HttpTrustedProxies);
    private readonly int _readersPerAddress = settings.GetValue<int>(Settings.MostReadReadersPerAddress);

    /// <summary>Whether a person opened the article: not a crawler, and not a browser that only makes ready for one.</summary>
    public static bool IsReader(HttpRequest request) =>
        !IsPrefetch(request.Headers[Purpose].ToString())
        && !IsPrefetch(request.Headers[OldPurpose].ToString())
        && !Crawlers.Is(request.Headers.UserAgent.ToString());

    /// <summary>What is kept of the reader.</summary>
    /// <param name="visitor">The client's id for its reader, which does not count where the reader asks not to be tracked.</param>
    /// <param name="day">Whose salt to take.</param>
    public async ValueTask<uint> Mark(HttpRequest request, string? visitor, Day day, CancellationToken ct)
    {
        var isTracked = !string.IsNullOrEmpty(visitor) && request.Headers[DoNotTrack] != Yes && request.Headers[GlobalPrivacyControl] != Yes;
        var salt = await salts.Of(day, ct);
        return ReaderMark.Of(
            salt,
            _isBehindFrontDoor ? ClientAddress.BehindFrontDoor(request) : ClientAddress.Of(request, _trustedProxies),
            isTracked ? visitor! : request.Headers[HeaderNames.UserAgent].ToString(),
            _readersPerAddress);
    }

    private static bool IsPrefetch(string purpose) => purpose.StartsWith(Prefetch, StringComparison.OrdinalIgnoreCase);
}
