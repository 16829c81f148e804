using News.Functions.Tests.EndToEnd.Sites;
using Xunit;

[assembly: AssemblyFixture(typeof(LocalSiteProcess))]
[assembly: AssemblyFixture(typeof(WorkerSiteProcess))]
