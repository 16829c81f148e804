using News.Functions.Tests.EndToEnd;
using Xunit;

[assembly: AssemblyFixture(typeof(LocalSiteProcess))]
[assembly: AssemblyFixture(typeof(WorkerSiteProcess))]
