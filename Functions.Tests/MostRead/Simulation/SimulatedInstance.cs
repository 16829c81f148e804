using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using News.Functions.Http;
using News.Functions.MostRead;
using News.Functions.Storage;
using News.Functions.Storage.Articles;
using News.Functions.Storage.Faults;
using News.Functions.Storage.Views;
using News.Functions.Tests.Storage;

namespace News.Functions.Tests.MostRead.Simulation;

/// <summary>One instance that takes views, over a store that fails and kills it; after a crash it starts anew.</summary>
public sealed class SimulatedInstance(IDocumentStore store, TimeProvider clock, IConfiguration settings)
{
    private RecordView _function = Start(store, clock, settings);

    /// <summary>A reader opens an article.</summary>
    /// <param name="address">Which address of many.</param>
    /// <returns>Whether that was acknowledged; if not, it may have been stored all the same.</returns>
    public async Task<bool> Record(string slug, int address, int visitor)
    {
        var function = _function;
        try
        {
            return await function.Run(Request(address, visitor), slug, default) is AcceptedAnswer;
        }
        catch (CrashException)
        {
            if (_function == function)
                _function = Start(store, clock, settings);
            return false;
        }
        catch (Exception fault) when (fault is StoreUnavailableException or CommitUnknownException)
        {
            return false;
        }
    }

    private static RecordView Start(IDocumentStore store, TimeProvider clock, IConfiguration settings)
    {
        var patience = new Patience(clock);
        var patient = new PatientStore(store, patience);
        return new(
            new ArticleIds(new ArticleReader(patient)),
            new Viewers(new DaySalts(patient, patience), settings),
            new ViewBatches(patient, patience, clock, TimeSpan.Zero),
            clock);
    }

    private static HttpRequest Request(int address, int visitor)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = new IPAddress((uint)address);
        context.Request.Method = HttpMethods.Post;
        context.Request.Headers.UserAgent = UserAgents.Firefox;
        context.Request.ContentType = "text/plain";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"visitor\":\"{visitor}\"}}")));
        return context.Request;
    }
}
