using System.Net;
using System.Text;

namespace News.Functions.Tests.EndToEnd.Faults;

/// <summary>A body that is sent only once the gate opens. Asked for with <c>Expect: 100-continue</c>, it is asked for by the function that reads it.</summary>
public sealed class HeldContent : HttpContent
{
    private readonly byte[] _body;
    private readonly Task _gate;
    private readonly Action _asked;

    public HeldContent(string json, Task gate, Action asked)
    {
        (_body, _gate, _asked) = (Encoding.UTF8.GetBytes(json), gate, asked);
        Headers.ContentType = new("application/json");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        _asked();
        await _gate;
        await stream.WriteAsync(_body);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
