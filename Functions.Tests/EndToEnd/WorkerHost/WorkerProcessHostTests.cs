using Xunit;

namespace News.Functions.Tests.EndToEnd.WorkerHost;

public class WorkerProcessHostTests
{
    [Fact]
    public async Task Start_FolderWithoutAnApp_SaysWhatTheProcessSaid()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var starting = WorkerProcessHost.Start(folder.FullName, new Dictionary<string, string>());
            var error = await Assert.ThrowsAsync<InvalidOperationException>(() => starting);
            Assert.Contains("start of the stream", error.Message, StringComparison.Ordinal);
            Assert.Contains("Functions.dll", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete();
        }
    }
}
