using News.Functions.MostRead;
using News.Functions.Tests.Support;
using Xunit;

namespace News.Functions.Tests.Infra;

/// <summary>Every alert tells somebody, and the page of operations says what to do about it.</summary>
public class AlertTests
{
    private static readonly string _page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

    [Theory]
    [InlineData("small")]
    [InlineData("large")]
    public async Task Every_alert_is_told_and_explained(string size)
    {
        var plan = await Plan.Of(size);
        var alerts = plan.All("Microsoft.Insights/metricAlerts").Concat(plan.All("Microsoft.Insights/scheduledQueryRules")).ToList();
        Assert.Equal(
            _page.Split("## Alerts")[1].Split("\n## ")[0].Split('\n').Where(row => row.StartsWith("| `", StringComparison.Ordinal)).Select(row => row.Split('`')[1].Replace("{name}", "bao", StringComparison.Ordinal)).Order(),
            alerts.Select(alert => alert.Text("name")).Order());
        Assert.All(alerts, alert => Assert.True(alert["properties"]!.Flag("enabled")));
        Assert.Equal("toasoan@example.org", Assert.Single(plan.One("Microsoft.Insights/actionGroups")["properties"]!["emailReceivers"]!.AsArray())!.Text("emailAddress"));
        Assert.All(alerts, alert => Assert.Contains("actionGroups/bao-people", alert["properties"]!["actions"]!.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Most_read_is_old_after_ten_minutes()
    {
        var alert = (await Plan.Of("small")).All("Microsoft.Insights/scheduledQueryRules").Single(rule => rule.Text("name") == "bao-most-read")["properties"]!;
        Assert.Equal("PT10M", alert.Text("windowSize"));
        Assert.Contains($"\"{nameof(RecomputeMostRead)}\"", alert["criteria"]!["allOf"]![0]!.Text("query"), StringComparison.Ordinal);
    }
}
