using System.Globalization;

namespace News.Functions.Tests.Storage.Cost;

/// <summary>A month's bill from what deeds cost; docs/cost.md states the assumptions and says where the prices are from.</summary>
/// <param name="charges">Request units by deed.</param>
/// <param name="articleBytes">What one article takes in the store, with everything that follows from it.</param>
public sealed class MonthlyBill(IReadOnlyDictionary<string, double> charges, double articleBytes)
{
    private const double Gigabyte = 1e9;
    private const double HoursAMonth = 730;
    private const double SecondsAMonth = HoursAMonth * 3600;

    private const int DraftSaves = 10;
    private const int LaterEdits = 2;
    private const double Renamed = 0.02;
    private const double Withdrawn = 0.01;
    private const double PeakToMean = 5;
    private const double HourToMost = 0.5;
    private const double PageBytes = 12_000;
    private const double PictureBytes = 250_000;
    private const double PicturesAView = 6;

    private const double Serverless = 0.25 / 1e6;
    private const double Autoscale = 0.012 / 100;
    private const double Storage = 0.25;
    private const double FrontDoor = 35;
    private const double FrontDoorRequest = 0.009 / 10_000;
    private const double FrontDoorGigabyte = 0.083;
    private const double Replica = (0.5 * 0.000024) + 0.000003;
    private const double AppRequest = 0.40 / 1e6;

    /// <summary>The rows of the table.</summary>
    public IEnumerable<string> Rows(params Traffic[] months) =>
    [
        Row("RU of readers", Millions, months, Readers),
        Row("RU of the newsroom", Millions, months, Newsroom),
        Row("RU of the two timers", Millions, months, _ => Timers),
        Row("**Cosmos DB, serverless**", Dollars, months, month => Units(month) * Serverless),
        Row("RU/s in the busiest second", Plain, months, Peak),
        Row("autoscale up to, RU/s", Plain, months, Most),
        Row("**Cosmos DB, autoscale**", Dollars, months, month => Most(month) * HourToMost * Autoscale * HoursAMonth),
        Row("stored, GB", Plain, months, Gigabytes),
        Row("**storage**", Dollars, months, month => Gigabytes(month) * Storage),
        Row("**Front Door, pages**", Dollars, months, month => FrontDoor + Delivery(month.Views, PageBytes)),
        Row("**Front Door, pictures**", Dollars, months, month => Delivery(month.Views * PicturesAView, PictureBytes / PicturesAView)),
        Row("function executions", Millions, months, Executions),
        Row("**Container Apps**", Dollars, months, month => (month.Replicas * SecondsAMonth * Replica) + (month.Calls * AppRequest)),
    ];

    private double Timers => HoursAMonth * 60 * (charges["PublishScheduled, nothing due"] + charges["RepairProjections, nothing left"]);

    private double Readers(Traffic month) => month.Calls * charges["page around an article"];

    private double Newsroom(Traffic month) => month.ArticlesADay * HoursAMonth / 24 * Article;

    private double Article => charges["create"] + (DraftSaves * charges["save a draft"]) + charges["publish"]
        + (LaterEdits * (charges["save what is published"] + charges["correct"]))
        + (Renamed * charges["rename"]) + (Withdrawn * charges["withdraw"]);

    private double Units(Traffic month) => Readers(month) + Newsroom(month) + Timers;

    private double Peak(Traffic month) => Units(month) / SecondsAMonth * PeakToMean;

    private double Most(Traffic month) => Math.Ceiling(Peak(month) / 1000) * 1000;

    private double Gigabytes(Traffic month) => month.Archive * articleBytes / Gigabyte;

    private static double Executions(Traffic month) => month.Calls
        + (month.ArticlesADay * HoursAMonth / 24 * (2 + DraftSaves + (2 * LaterEdits))) + (2 * HoursAMonth * 60);

    private static double Delivery(double requests, double bytes) =>
        (requests * FrontDoorRequest) + (requests * bytes / Gigabyte * FrontDoorGigabyte);

    private static string Row(string name, Func<double, string> format, Traffic[] months, Func<Traffic, double> value) =>
        $"| {name} | {string.Join(" | ", months.Select(month => format(value(month))))} |";

    private static string Millions(double value) => Plain(value / 1e6) + " M";

    private static string Plain(double value) => value.ToString(value < 10 ? "N1" : "N0", CultureInfo.InvariantCulture);

    private static string Dollars(double value) => "$" + value.ToString(value < 10 ? "N2" : "N0", CultureInfo.InvariantCulture);
}
