using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using News.Functions.Storage.Disk;

namespace News.Functions.LocalHost;

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
    public static NewsroomKey In(string folder)
    {
        var file = Path.Combine(folder, FileName);
        try
        {
            if (!File.Exists(file)) Write(file);
            OwnerOnly.Tighten(file);
            var text = File.ReadAllText(file).Trim();
            if (text.Length == 0) throw new StartRefusedException($"{file} is empty. Remove it to get a new key.");
            return new NewsroomKey(text);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The newsroom key {file} cannot be used: {fault.Message}", fault);
        }
    }

    /// <summary>As on Azure: a key in the header decides, even a wrong one; without that header the query's <c>code</c> does.</summary>
    public bool Opens(HttpRequest request)
    {
        var offered = request.Headers.TryGetValue("x-functions-key", out var header) ? header : request.Query["code"];
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(offered.ToString()), _bytes);
    }

    /// <summary>Under another name first: a process that dies half-way leaves no empty key behind.</summary>
    private static void Write(string file)
    {
        var draft = file + ".new";
        File.Delete(draft);
        using (var text = new StreamWriter(OwnerOnly.NewFile(draft)))
            text.WriteLine(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes)));
        File.Move(draft, file);
    }
}
