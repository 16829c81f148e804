using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace News.Bench.HotPaths;

/// <summary>BenchmarkDotNet over what the Domain does in every request and every write.</summary>
public static class DomainBenchmarks
{
    /// <summary>The argument that asks for it.</summary>
    public const string Mode = "domain";

    /// <summary>Runs them in this process, and prints a table.</summary>
    public static void Run(string folder)
    {
        var config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.ShortRun.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(5), logOutput: false)))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithArtifactsPath(folder);
        BenchmarkSwitcher.FromAssembly(typeof(DomainBenchmarks).Assembly).RunAllJoined(config);
    }
}
