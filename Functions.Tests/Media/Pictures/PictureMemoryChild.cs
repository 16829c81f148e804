using System.Globalization;
using System.Text;
using News.Functions.Media;
using News.Functions.Tests.Media.Making;
using Xunit;

namespace News.Functions.Tests.Media.Pictures;

/// <summary>The process that <see cref="PictureMemoryTests"/> measures: this test assembly, started with this one explicit test.</summary>
public sealed class PictureMemoryChild
{
    public const string Variable = "NEWS_MEMORY_CHILD";
    public const string Mark = "peak kB ";

    [Fact(Explicit = true)]
    public async Task Makes_them_all()
    {
        var asked = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(asked is null, $"{Variable} is not set: nobody asked for this process.");
        using var studio = new Studio();
        await using var output = Console.OpenStandardOutput();
        foreach (var path in Directory.GetFiles(asked).Order())
        {
            var said = "made";
            try
            {
                await studio.Make(path);
            }
            catch (MediaRejectedException refused)
            {
                said = refused.Message;
            }

            output.Write(Encoding.UTF8.GetBytes($"{Peak(),9} kB after {Path.GetFileName(path)}: {said}\n"));
        }

        output.Write(Encoding.UTF8.GetBytes($"{Mark}{Peak()}\n"));
    }

    private static long Peak() => long.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
