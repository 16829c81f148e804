using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace News.Functions.LocalHost.Keys;

/// <summary>The one key that opens the newsroom's functions on this machine, kept in the data folder.</summary>
public sealed class NewsroomKey
{
    private const string FileName = "newsroom-key";
    private const int RandomBytes = 32;

    private readonly byte[] _bytes;

    private NewsroomKey(string text) => (Text, _bytes) = (text, Encoding.UTF8.GetBytes(text));

    public string Text { get; }

    /// <summary>The folder's key, made now if it has none.</summary>
    /// <exception cref="StartRefusedException">The file is there but empty, or cannot be read or written.</exception>
    public static NewsroomKey In(string folder) => new(SecretFile.ReadOrMake(
        Path.Combine(folder, FileName), () => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes))));

    /// <summary>As on Azure: a key in the header decides, even a wrong one; without that header the query's <c>code</c> does.</summary>
    public bool Opens(HttpRequest request)
    {
        var offered = request.Headers.TryGetValue("x-functions-key", out var header) ? header : request.Query["code"];
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(offered.ToString()), _bytes);
    }
}
