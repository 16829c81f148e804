using News.Functions.Tests.EndToEnd.Sites;
using Xunit;

[assembly: AssemblyFixture(typeof(CosmosWorkerSite))]
[assembly: AssemblyFixture(typeof(FaultySite))]
[assembly: AssemblyFixture(typeof(LocalSiteProcess))]
[assembly: AssemblyFixture(typeof(WorkerSiteProcess))]
