using System.Net;
using Xunit;

namespace News.Functions.Tests.LocalHost;

/// <summary>What a client sees when a function throws, and what the log says.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_fault_is_a_problem_without_what_the_function_had_set_and_one_line_in_the_log()
    {
        await using var site = await ToySite.Start();
        using var answer = await site.Send("GET", "/faulty/before");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Null(answer.Headers.ETag);
        Assert.Single(site.Log.Errors);
    }

    [Fact]
    public async Task A_fault_after_the_first_bytes_breaks_the_connection()
    {
        await using var site = await ToySite.Start();
        await Assert.ThrowsAsync<HttpRequestException>(() => site.Send("GET", "/faulty/after"));
        await Visits.Until(() => site.Log.Errors.Any());
        Assert.Contains("broke off in Faulty", Assert.Single(site.Log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_leaves_cancels_the_function_and_is_no_error()
    {
        await using var site = await ToySite.Start();
        using var leave = new CancellationTokenSource();
        var call = site.Client.GetAsync("/poll", leave.Token);
        await site.Visits.Until(1);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await site.Visits.Until(2);
        await site.App.StopAsync();
        Assert.Equal(["came", "left"], site.Visits.Notes);
        Assert.Empty(site.Log.Errors);
    }
}
