using News.Functions.Tests.Browser;
using News.Functions.Tests.EndToEnd.Sites;
using News.Functions.Tests.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(CosmosWorkerSite))]
[assembly: AssemblyFixture(typeof(FaultySite))]
[assembly: AssemblyFixture(typeof(LocalSiteProcess))]
[assembly: AssemblyFixture(typeof(TestAzurite))]
[assembly: AssemblyFixture(typeof(WorkerSiteProcess))]
