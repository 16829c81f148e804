using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using News.Domain.Media;
using News.Functions.Http;
using News.Functions.Storage.Blobs;

namespace News.Functions.LocalHost.Azurite;

/// <summary>The files of pictures and videos, which nobody ever changes under their address. Nothing else of the account is read here.</summary>
internal sealed partial class MediaProxy(AzuriteClient azurite)
{
    private static readonly string[] _asked = ["Range", "If-Range", "If-None-Match", "If-Modified-Since"];
    private static readonly string[] _answered = ["Content-Type", "Content-Length", "Content-Range", "ETag", "Last-Modified", "Accept-Ranges"];

    /// <summary>The file, or the part of it that was asked for: 200, 206, 304, 404 or 416.</summary>
    public async Task Forward(HttpContext context)
    {
        var (asset, version, file) = (Value(context, "asset"), Value(context, "version"), Value(context, "file"));
        Cors.Open(context);
        if (!AssetId.IsValid(asset) || !Version().IsMatch(version) || !FileName().IsMatch(file))
        {
            await Missing(context);
            return;
        }

        var path = $"{BlobContainers.Media}/{asset}/{version}/{file}";
        using var answer = await azurite.Send(context, new(context.Request.Method), path, _asked, null);
        if (answer is not null)
            await Answer(context, answer);
    }

    private static async Task Answer(HttpContext context, HttpResponseMessage answer)
    {
        if ((int)answer.StatusCode is not (200 or 206 or 304 or 416))
        {
            await Missing(context);
            return;
        }

        // Azurite gives an empty part where a range begins at the very end of the file.
        if (answer is { StatusCode: HttpStatusCode.PartialContent, Content.Headers.ContentLength: 0 })
        {
            answer.StatusCode = HttpStatusCode.RequestedRangeNotSatisfiable;
            answer.Content.Headers.Remove("Content-Range");
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        AzuriteClient.CopyBack(answer, context.Response, _answered);
        context.Response.Headers.CacheControl = answer.IsSuccessStatusCode || (int)answer.StatusCode == 304 ? CachePolicy.Immutable : CachePolicy.NoStore;
        if (answer.IsSuccessStatusCode && !HttpMethods.IsHead(context.Request.Method))
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        else if (!answer.IsSuccessStatusCode)
            context.Response.Headers.Remove("Content-Length");
    }

    private static Task Missing(HttpContext context) => Problem.NotFound("There is no such file.").ExecuteAsync(context);

    private static string Value(HttpContext context, string name) => context.Request.RouteValues[name] as string ?? "";

    [GeneratedRegex(@"^[0-9]{1,6}\z")]
    private static partial Regex Version();

    [GeneratedRegex(@"^[a-z0-9][a-zA-Z0-9_.-]*(/[a-zA-Z0-9][a-zA-Z0-9_.-]*){0,3}\z")]
    private static partial Regex FileName();
}
