using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using News.Functions.Http;
using News.Functions.Worker;
using Xunit;

namespace News.Functions.Tests.Worker;

public class FaultMiddlewareTests
{
    [Fact]
    public async Task Fault_of_a_function_without_a_request_reaches_the_host()
    {
        var context = new Mock<FunctionContext>();
        context.Setup(invocation => invocation.Items).Returns(new Dictionary<object, object>());
        var fault = new InvalidOperationException("toy");
        var middleware = new FaultMiddleware(new Faults(NullLogger<Faults>.Instance));
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => middleware.Invoke(context.Object, _ => throw fault));
        Assert.Same(fault, thrown);
    }
}
