using Microsoft.Extensions.Configuration;

namespace News.Functions.LocalHost;

/// <summary>Settings from the environment and, above them, from the command line.</summary>
internal static class LocalArguments
{
    public const string Port = "Local:Port";
    public const string Host = "Local:Host";
    public const string Folder = "Data:Folder";
    private const string Logging = "--Logging:";

    /// <exception cref="StartRefusedException">An option is unknown or lacks its value; a slip must not start another site.</exception>
    public static void AddSettings(IConfigurationBuilder configuration, string[] args)
    {
        // The short names are mapped, so that HOST or PORT in somebody's shell mean nothing here.
        var shortNames = new Dictionary<string, string> { ["--port"] = Port, ["--host"] = Host, ["--data"] = Folder };
        string[] settings = [.. args.Select(arg => arg == "--empty" ? $"--{Settings.SampleEmpty}=true" : arg)];
        Check(settings, shortNames);
        configuration.AddEnvironmentVariables();
        configuration.AddCommandLine(settings, shortNames);
    }

    private static void Check(string[] args, Dictionary<string, string> shortNames)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=')[0];
            if (!shortNames.ContainsKey(name))
                CheckSetting(name);
            var value = name.Length < args[i].Length ? args[i][(name.Length + 1)..] : ++i < args.Length && !IsOption(args[i]) ? args[i] : "";
            if (string.IsNullOrWhiteSpace(value))
                throw new StartRefusedException($"The option {name} needs a value.");
        }
    }

    private static void CheckSetting(string name)
    {
        if (!IsOption(name) || !name.Contains(':', StringComparison.Ordinal))
            throw new StartRefusedException($"'{name}' is not an option. Options are --port, --host, --data, --empty and --Section:Key=value; --help tells more.");
        if (!name.StartsWith(Logging, StringComparison.OrdinalIgnoreCase) && !Settings.All.Any(setting => name.Equals($"--{setting.Key}", StringComparison.OrdinalIgnoreCase)))
            throw new StartRefusedException($"'{name}' is not a setting. Settings are {string.Join(", ", Settings.All.Select(setting => $"--{setting.Key}"))} and {Logging}LogLevel:….");
    }

    private static bool IsOption(string text) => text.StartsWith("--", StringComparison.Ordinal);
}
