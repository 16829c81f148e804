using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
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
        ReadOnlySpan<byte> bytes = await ReadBytes(request.BodyReader, limit, ct);
        if (request.Headers.ContentEncoding.ToString() is { Length: > 0 } coding && coding != "identity")
            throw Failure.Invalid("Content-Encoding", "must be left out; send the JSON as it is, not compressed");
        // Editors on Windows begin UTF-8 files with a mark that is no part of the JSON.
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(bytes))
            throw Failure.Invalid("body", "must be JSON in UTF-8, and is not UTF-8");
        try
        {
            return JsonSerializer.Deserialize(bytes.Length == 0 ? "{}"u8 : bytes, type)
                ?? throw Failure.Invalid("body", "must be a JSON object");
        }
        catch (JsonException fault)
        {
            throw Explain(fault, bytes);
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

    private static Failure Explain(JsonException fault, ReadOnlySpan<byte> bytes)
    {
        if (IsTooDeep(bytes))
            return Failure.Invalid("body", $"is nested deeper than {RequestLimits.JsonDepth} levels");
        var path = (fault.Path?.TrimStart('$') + fault.Data[BlockJson.PathKey]).TrimStart('.');
        return path.Length > 0
            ? Failure.Invalid(path, BlockJson.Why(fault))
            : Failure.Invalid("body", $"is not a JSON object, or not valid near line {fault.LineNumber + 1}, byte {fault.BytePositionInLine}");
    }

    /// <summary>Whether it is JSON at least until it opens a level too many.</summary>
    private static bool IsTooDeep(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = RequestLimits.JsonDepth + 1 });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= RequestLimits.JsonDepth && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                    return true;
            }
        }
        catch (JsonException)
        {
            // Something else is wrong with it before that.
        }

        return false;
    }
}
