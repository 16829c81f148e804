using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using News.Functions.Http;

namespace News.Functions.LocalHost.Azurite;

/// <summary>
/// Uploads to the signed address that CreateUpload gave, under the site's own name and port, so that they work from other machines
/// and after Azurite was started again. The signature is Azurite's to check: this adds no right of its own.
/// </summary>
internal sealed class UploadProxy(AzuriteClient azurite)
{
    private static readonly string[] _answered = ["ETag", "Last-Modified", "Content-MD5", "x-ms-error-code", "x-ms-request-id", "x-ms-version"];

    public async Task Forward(HttpContext context)
    {
        // As it was sent: decoding and encoding again would change what names with % or # in them mean.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = context.Request.Headers.Select(header => header.Key).Where(IsPassedOn);
        using var body = new StreamContent(context.Request.Body);
        using var answer = await azurite.Send(context, HttpMethod.Put, target.TrimStart('/'), headers, body);
        if (answer is null)
            return;
        context.Response.StatusCode = (int)answer.StatusCode;
        AzuriteClient.CopyBack(answer, context.Response, _answered);
        context.Response.Headers.CacheControl = CachePolicy.NoStore;
    }

    private static bool IsPassedOn(string header) =>
        header.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("If-", StringComparison.OrdinalIgnoreCase);
}
