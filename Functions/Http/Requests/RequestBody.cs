using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using News.Domain;
using News.Domain.Blocks;

namespace News.Functions.Http.Requests;

/// <summary>Reads a request's JSON, counting bytes ourselves: neither host does it as we need.</summary>
public static class RequestBody
{
    /// <summary>The value in the body; an empty body counts as <c>{}</c>.</summary>
    /// <param name="limit">Bytes it may have.</param>
    /// <exception cref="Failure">Too large, not JSON, or a member of the wrong type, named by its path.</exception>
    public static async ValueTask<T> Read<T>(
        HttpRequest request, JsonTypeInfo<T> type, CancellationToken ct, int limit = RequestLimits.BodyBytes)
    {
        var bytes = await ReadBytes(request.BodyReader, limit, ct);
        try
        {
            return JsonSerializer.Deserialize(bytes.Length == 0 ? "{}"u8 : bytes, type)
                ?? throw Failure.Invalid("body", "must be a JSON object");
        }
        catch (JsonException fault)
        {
            throw Explain(fault);
        }
    }

    private static async ValueTask<byte[]> ReadBytes(PipeReader reader, int limit, CancellationToken ct)
    {
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            if (read.Buffer.Length > limit)
                throw await TooLarge(reader, read.Buffer, limit, ct);
            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static async ValueTask<Failure> TooLarge(PipeReader reader, ReadOnlySequence<byte> first, int limit, CancellationToken ct)
    {
        var drained = first.Length;
        reader.AdvanceTo(first.End);
        while (drained < RequestLimits.DrainedBytes)
        {
            var read = await reader.ReadAsync(ct);
            drained += read.Buffer.Length;
            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                break;
        }

        return new(FailureCode.TooLarge, $"The body may have {limit.ToString("N0", CultureInfo.InvariantCulture)} bytes.");
    }

    private static Failure Explain(JsonException fault)
    {
        var path = (fault.Path?.TrimStart('$') + fault.Data[BlockJson.PathKey]).TrimStart('.');
        return path.Length > 0
            ? Failure.Invalid(path, BlockJson.Why(fault))
            : Failure.Invalid("body", $"is not a JSON object, or not valid near line {fault.LineNumber + 1}, byte {fault.BytePositionInLine}");
    }
}
