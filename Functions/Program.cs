using Microsoft.Extensions.DependencyInjection;
using News.Functions;
using News.Functions.LocalHost;
using News.Functions.Storage.Articles;
using News.Functions.Worker;

return WorkerSite.IsAsked(args)
    ? await WorkerSite.Run(args)
    : await LocalSite.Run(args, builder =>
    {
        Settings.AddDefaults(builder.Configuration);
        builder.Services.AddNews(builder.Configuration);
        // Alone on its data folder, this process need not wait until what an earlier one left behind is old.
        builder.Services.AddSingleton(new AtStart("repair", (services, ct) => services.GetRequiredService<Repair>().Run(null, ct)));
    });
