using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using News.Functions.Http;
using News.Functions.LocalHost;
using News.Functions.LocalHost.Triggers;

namespace News.Functions.Tests.LocalHost;

/// <summary>A local host with toy functions on a free port and a data folder of its own.</summary>
internal sealed class ToySite : IAsyncDisposable
{
    private readonly string _folder;

    private ToySite(WebApplication app, string folder)
    {
        (App, _folder) = (app, folder);
        Client = new HttpClient { BaseAddress = new Uri(app.Configuration["Site:BaseUrl"]!) };
    }

    public WebApplication App { get; }

    public HttpClient Client { get; }

    public string Key => App.Services.GetRequiredService<Premises>().Key.Text;

    public Visits Visits => App.Services.GetRequiredService<Visits>();

    public LogLines Log => App.Services.GetRequiredService<LogLines>();

    public static Task<ToySite> Start(Action<WebApplicationBuilder>? configure = null) => Start(RouteToys.All, configure);

    public static async Task<ToySite> Start(Type[] functions, Action<WebApplicationBuilder>? configure = null)
    {
        var folder = NewFolder();
        var app = Build(["--port", "0", "--data", folder], configure, functions);
        await app.StartAsync();
        return new ToySite(app, folder);
    }

    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure, params Type[] functions)
    {
        return LocalSite.Build(args, Configure, FunctionTable.Of(functions));

        void Configure(WebApplicationBuilder builder)
        {
            builder.Services.AddSingleton<Faults>().AddSingleton<Visits>().AddSingleton<LogLines>();
            builder.Services.AddSingleton<ILoggerProvider>(services => services.GetRequiredService<LogLines>());
            configure?.Invoke(builder);
        }
    }

    public static string NewFolder() => Path.Combine(Path.GetTempPath(), $"news-toys-{Guid.CreateVersion7():N}");

    public async Task<HttpResponseMessage> Send(string method, string path, string? key = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (key is not null) request.Headers.Add("x-functions-key", key);
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
