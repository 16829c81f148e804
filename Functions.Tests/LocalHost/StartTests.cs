using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using News.Functions.LocalHost;
using News.Functions.LocalHost.Triggers;
using Xunit;

namespace News.Functions.Tests.LocalHost;

/// <summary>What keeps the site from starting is one line that says what to do; what it takes is known before it listens.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = ToySite.NewFolder();

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_port_in_use_is_refused()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        Assert.Equal(
            $"Port {port} is in use. Stop the other program or choose another: ./news up --port {port + 1}",
            Refusal("--port", $"{port}", "--data", _folder));
    }

    [Fact]
    public async Task A_data_folder_in_use_is_refused_until_its_owner_ends()
    {
        await using (ToySite.Build(["--port", "0", "--data", _folder], configure: null))
        {
            var line = Refusal("--port", "0", "--data", _folder);
            Assert.StartsWith($"Another process is using the data folder {_folder}. Stop it", line, StringComparison.Ordinal);
        }
        await using var next = ToySite.Build(["--port", "0", "--data", _folder], configure: null);
    }

    [Theory]
    [InlineData("'--prot' is not an option.", "--prot", "80")]
    [InlineData("'up' is not an option.", "up")]
    [InlineData("The option --port needs a value.", "--port")]
    [InlineData("The option --port needs a value.", "--port", "--data=x")]
    [InlineData("'many' is not a port.", "--port=many")]
    [InlineData("'nowhere' is not an address", "--host", "nowhere")]
    [InlineData("The option --data needs a value.", "--data", "")]
    [InlineData("The option --data needs a value.", "--data=")]
    [InlineData("The option --data needs a value.", "--data", " ", "--port", "0")]
    [InlineData("The option --Site:Name needs a value.", "--Site:Name")]
    [InlineData("'--Site:Nmae' is not a setting. Settings are --Data:Folder,", "--Site:Nmae=Báo")]
    [InlineData("'--Sites:Name' is not a setting.", "--Sites:Name", "Báo")]
    [InlineData("The setting Sample:Empty must be true or false; it is 'maybe'.", "--Sample:Empty=maybe")]
    [InlineData("The setting Cache:Megabytes must be a whole number, at least 0; it is '-1'.", "--Cache:Megabytes=-1")]
    [InlineData("The setting Cosmos:Gateway must be true or false;", "--Cosmos:Gateway=1")]
    [InlineData("The setting Site:Lang must be a language tag", "--Site:Lang=tiếng Việt")]
    [InlineData("The setting Site:BaseUrl must be an address that browsers can open, such as https://", "--Site:BaseUrl=news.example.org")]
    [InlineData("The setting Site:BaseUrl must be an address", "--Site:BaseUrl=ftp://news.example.org")]
    [InlineData("The setting Site:BaseUrl must be an address", "--Site:BaseUrl=https://news.example.org/?a=b")]
    [InlineData("The setting Http:TrustedProxies must be a whole number from 0 to 100; it is '-1'.", "--Http:TrustedProxies=-1")]
    [InlineData("The setting MostRead:ReadersPerAddress must be a whole number from 1 to 65,536; it is '0'.", "--MostRead:ReadersPerAddress=0")]
    public void A_wrong_option_is_refused(string line, params string[] args) =>
        Assert.StartsWith(line, Refusal(args), StringComparison.Ordinal);

    [Fact]
    public void Every_wrong_setting_is_named_at_once() => Assert.Equal(
        ["Site:BaseUrl", "Sample:Empty"],
        Refusal("--Sample:Empty=ja", "--Site:BaseUrl=x").Split(Environment.NewLine).Select(line => line.Split(' ')[2]));

    [Theory]
    [InlineData("--site:name=Báo")]
    [InlineData("--Logging:LogLevel:News=Debug")]
    [InlineData("--Site:BaseUrl=https://news.example.org:8443/bao/")]
    public async Task A_setting_in_any_case_and_of_the_log_is_taken(string arg)
    {
        await using var site = ToySite.Build(["--port", "0", "--data", _folder, arg], configure: null);
    }

    [Theory]
    [InlineData(typeof(TakesContext), "The function bad has the parameter FunctionContext context;")]
    [InlineData(typeof(TakesQuery), "The function bad has the parameter String q;")]
    [InlineData(typeof(ReturnsText), "The function bad returns String;")]
    [InlineData(typeof(BadRoute), "The function bad has the route 'a/{b', which is not one:")]
    [InlineData(typeof(TimerTakesText), "The function bad has the parameter String text;")]
    [InlineData(typeof(NoTrigger), "The function bad has no HTTP, timer or blob trigger.")]
    public void A_signature_that_the_hosts_treat_differently_is_refused(Type function, string line) =>
        Assert.StartsWith(line, Assert.Throws<StartRefusedException>(() => FunctionTable.Of([function])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_name_used_twice_is_refused() => Assert.Equal(
        "Two functions have the name BAD.",
        Assert.Throws<StartRefusedException>(() => FunctionTable.Of([typeof(BadRoute), typeof(NoParameters)])).Message);

    [Fact]
    public async Task Steps_at_start_run_in_order_before_the_site_listens_and_know_its_address()
    {
        var steps = new List<string>();
        await using var site = await ToySite.Start(builder => builder.Services
            .AddSingleton(new AtStart("first", (services, _) => Note("first", services)))
            .AddSingleton(new AtStart("second", (services, _) => Note("second", services))));
        await Note("then", site.App.Services);
        Assert.Equal(["first: False", "second: False", "then: True"], steps);

        async Task Note(string step, IServiceProvider services) =>
            steps.Add($"{step}: {await IsOpen(services.GetRequiredService<IConfiguration>()["Site:BaseUrl"]!)}");
    }

    [Fact]
    public async Task A_step_that_fails_ends_the_start()
    {
        var app = ToySite.Build(["--port", "0", "--data", _folder], builder => builder.Services
            .AddSingleton(new AtStart("toy", (_, _) => throw new InvalidOperationException("toy"))));
        await using var site = app;
        Assert.Equal("toy", (await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync())).Message);
    }

    [Fact]
    public async Task A_site_address_that_is_set_stays()
    {
        await using var site = ToySite.Build(["--port=0", "--data", _folder, "--Site:BaseUrl=https://news.example"], configure: null);
        Assert.Equal("https://news.example", site.Configuration["Site:BaseUrl"]);
    }

    private static string Refusal(params string[] args) =>
        Assert.Throws<StartRefusedException>(() => ToySite.Build(args, configure: null)).Message;

    private static async Task<bool> IsOpen(string url)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, new Uri(url).Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private sealed class TakesContext
    {
        [Function("bad")]
        public IResult Run([HttpTrigger(Route = "a")] HttpRequest request, FunctionContext context) => Results.NoContent();
    }

    private sealed class TakesQuery
    {
        [Function("bad")]
        public IResult Run([HttpTrigger(Route = "a")] HttpRequest request, string q) => Results.NoContent();
    }

    private sealed class ReturnsText
    {
        [Function("bad")]
        public string Run([HttpTrigger(Route = "a")] HttpRequest request) => "";
    }

    private sealed class BadRoute
    {
        [Function("bad")]
        public IResult Run([HttpTrigger(Route = "a/{b")] HttpRequest request) => Results.NoContent();
    }

    private sealed class NoParameters
    {
        [Function("BAD")]
        public IResult Run([HttpTrigger] HttpRequest request) => Results.NoContent();
    }

    private sealed class TimerTakesText
    {
        [Function("bad")]
        public void Run([TimerTrigger("0 * * * * *")] TimerInfo info, string text) => _ = text;
    }

    private sealed class NoTrigger
    {
        [Function("bad")]
        public void Run(string text) => _ = text;
    }
}
