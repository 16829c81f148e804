using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using News.Domain.MostRead.Sketches;
using News.Functions.MostRead;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Views;
using News.Functions.Tests.MostRead.Counting;
using News.Functions.Tests.Support;

namespace News.Functions.Tests.MostRead;

/// <summary>RecordView as one instance has it, over a store in memory with one article.</summary>
public sealed class ViewSite
{
    public static readonly string Slug = ReadArticles.SlugOf(1);

    private readonly FakeTimeProvider _time = new(new(2026, 3, 10, 15, 30, 20, TimeSpan.Zero));
    private readonly RecordView _function;
    private Task? _published;

    /// <param name="settings">Beside the defaults.</param>
    public ViewSite(params (string Key, string Value)[] settings)
    {
        Store = new(_time);
        var builder = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        Settings.AddDefaults(builder);
        _function = new(
            new ArticleIds(new ArticleReader(Store)),
            new Viewers(new DaySalts(Store, new(_time)), builder.Build()),
            new ViewBatches(Store, new(_time), _time, TimeSpan.Zero),
            _time);
    }

    public MemoryStore Store { get; }

    /// <summary>Distinct readers that are stored, all days together.</summary>
    public int Readers
    {
        get
        {
            var union = new SketchBook();
            foreach (var document in Store.Everything().Where(document => document.Partition.StartsWith("views:", StringComparison.Ordinal)))
                union.Union(SketchBookFormat.Read(JsonSerializer.Deserialize(document.Body.Span, NewsJson.Wire.StoredViews)!.Views));
            return union.Readers(1);
        }
    }

    public void Pass(TimeSpan span) => _time.Advance(span);

    /// <summary>One view.</summary>
    public async Task<IResult> Send(
        string? body = null,
        string userAgent = UserAgents.Firefox,
        string address = "203.0.113.7",
        string? contentType = null,
        params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        context.Request.Method = HttpMethods.Post;
        context.Request.Headers.UserAgent = userAgent;
        context.Request.ContentType = contentType;
        foreach (var (name, value) in headers)
            context.Request.Headers.Append(name, value);
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body ?? ""));
        await (_published ??= Store.Publish(1));
        return await _function.Run(context.Request, Slug, default);
    }
}
