using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using News.Functions;
using News.Functions.LocalHost;
using News.Functions.LocalHost.Azurite;
using News.Functions.SampleSite;
using News.Functions.Storage.Articles;
using News.Functions.Worker;

return WorkerSite.IsAsked(args) ? await WorkerSite.Run(args) : await LocalSite.Run(args, AddLocalNews);

static void AddLocalNews(WebApplicationBuilder builder)
{
    Settings.AddDefaults(builder.Configuration, oneMachine: true);
    LocalBlobs.Add(builder);
    builder.Services.AddNews(builder.Configuration);
    // Alone on its data folder, this process need not wait until what an earlier one left behind is old.
    builder.Services.AddSingleton(new AtStart("repair", (services, ct) => services.GetRequiredService<Repair>().Run(null, ct)));
    if (builder.Configuration.GetValue<bool>(Settings.SampleEmpty))
        return;
    builder.Services.AddSampleSite();
    builder.Services.AddSingleton(new OnceUp("filling the sample site", async (services, ct) =>
    {
        if (await services.GetRequiredService<SampleSite>().Fill(ct))
            await Console.Out.WriteLineAsync("Sample site complete");
    }));
    builder.Services.AddSingleton(new OnceUp("picturing the sample site", async (services, ct) =>
    {
        if (await services.GetRequiredService<SampleGallery>().Hang(ct))
            await Console.Out.WriteLineAsync("Sample pictures complete");
    }));
}
