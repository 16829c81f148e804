using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace News.Functions;

/// <summary>
/// What a trace is made of: a span a function, store call and media step. They carry names, routes, statuses and kinds of faults; never
/// a query, an address, a text or a message. As long as nobody listens none is made.
/// </summary>
public static class Spans
{
    public const string SourceName = "News";

    private const int ServerError = 500;
    private static readonly ActivitySource _source = new(SourceName);

    /// <summary>Whether anybody listens.</summary>
    public static bool AreKept => _source.HasListeners();

    /// <summary>A step within what runs now; null when nobody listens.</summary>
    public static Activity? Start(string name, ActivityKind kind = ActivityKind.Internal) => _source.StartActivity(name, kind);

    /// <summary>One run of a function, as a part of its caller's trace where that is told (W3C Trace Context).</summary>
    public static Activity? OfRequest(string function, ActivityKind kind, string? traceParent = null, string? traceState = null)
    {
        ActivityContext.TryParse(traceParent, traceState, isRemote: true, out var caller);
        var span = _source.StartActivity(function, kind, caller);
        span?.SetTag("faas.name", function);
        return span;
    }

    /// <summary>Notes what a request was answered.</summary>
    /// <param name="route">The template; the path could tell more than it should.</param>
    public static void Answered(Activity? span, HttpContext context, string? route)
    {
        if (span is null)
            return;
        var status = context.Response.StatusCode;
        span.SetTag("http.request.method", context.Request.Method);
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", status);
        if (status >= ServerError)
            span.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>Notes what kind of fault ended it.</summary>
    public static void Failed(Activity? span, Exception fault)
    {
        span?.SetTag("error.type", fault.GetType().FullName);
        span?.SetStatus(ActivityStatusCode.Error);
    }
}
