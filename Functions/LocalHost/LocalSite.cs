using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using News.Functions.LocalHost.Triggers;

namespace News.Functions.LocalHost;

/// <summary>The app on one machine: the same function classes on Kestrel, with the same routes, keys and timers as on Azure.</summary>
public static partial class LocalSite
{
    private static readonly TimeSpan _drainTime = TimeSpan.FromSeconds(30);

    /// <summary>Runs until the process is asked to stop, and answers its exit code.</summary>
    /// <param name="args"><c>--port</c>, <c>--host</c>, <c>--data</c> and settings as <c>--Section:Key=value</c>.</param>
    /// <param name="configure">Adds the app's own registrations; all settings, <c>Site:BaseUrl</c> too, are there to read.</param>
    /// <param name="ct">Stops the site as SIGTERM does.</param>
    public static async Task<int> Run(string[] args, Action<WebApplicationBuilder> configure, CancellationToken ct = default)
    {
        if (LocalHelp.IsAsked(args))
        {
            await Console.Out.WriteAsync(LocalHelp.Text);
            return 0;
        }

        try
        {
            await using var app = Build(args, configure);
            var premises = app.Services.GetRequiredService<Premises>();
            await Start(app, ct);
            await Console.Out.WriteAsync(Greeting.Text(premises));
            await Task.WhenAll(app.WaitForShutdownAsync(ct), RunOnceUp(app));
            return 0;
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 0; // asked to stop before it was up
        }
    }

    /// <summary>Makes the site with its port bound and its data folder locked; it listens once it is started.</summary>
    /// <exception cref="StartRefusedException">A wrong option, setting or function, or the port or the folder is in use.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder> configure, FunctionTable? functions = null)
    {
        // The empty builder reads and watches no appsettings files: settings come from the environment and the arguments alone.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        LocalArguments.AddSettings(builder.Configuration, args);
        Settings.Check(builder.Configuration);
        var premises = Premises.Take(builder.Configuration);
        try
        {
            return Build(builder, premises, configure, functions ?? FunctionTable.Of(typeof(LocalSite).Assembly));
        }
        catch
        {
            premises.Dispose();
            throw;
        }
    }

    private static WebApplication Build(
        WebApplicationBuilder builder, Premises premises, Action<WebApplicationBuilder> configure, FunctionTable functions)
    {
        premises.Door.Use(builder.WebHost);
        ConsoleLog.Use(builder);
        configure(builder);
        AddServices(builder, functions);
        // By a factory, so that the container gives the folder and the port back; made first, so that it does so last.
        builder.Services.AddSingleton(_ => premises);
        var app = builder.Build();
        app.Services.GetRequiredService<Premises>();
        HttpRoutes.Map(app, functions);
        return app;
    }

    /// <summary>After the app's own: its hosted services start first, then the steps at start, then timers, then the server.</summary>
    private static void AddServices(WebApplicationBuilder builder, FunctionTable functions)
    {
        var timers = functions.Timers.Select(entry => TimerFunction.Of(entry, builder.Configuration)).ToList();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddRouting();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, MethodPolicy>());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = _drainTime);
        builder.Services.AddSingleton(functions);
        builder.Services.AddSingleton<IReadOnlyList<TimerFunction>>(timers);
        builder.Services.AddHostedService<StartSteps>();
        builder.Services.AddHostedService<TimerRunner>();
    }

    private static async Task RunOnceUp(WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(LocalSite));
        foreach (var step in app.Services.GetServices<OnceUp>())
        {
            try
            {
                await step.Run(app.Services, app.Lifetime.ApplicationStopping);
            }
            catch (Exception fault) when (!app.Lifetime.ApplicationStopping.IsCancellationRequested)
            {
                LogStepFailed(logger, fault, step.Name);
            }
            catch (OperationCanceledException)
            {
                return; // the site stops, and so do its steps
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "{Step} failed")]
    private static partial void LogStepFailed(ILogger logger, Exception fault, string step);

    private static async Task Start(WebApplication app, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new StartRefusedException($"The site did not start. {ConsoleLog.Describe(fault)}", fault);
        }
    }
}
