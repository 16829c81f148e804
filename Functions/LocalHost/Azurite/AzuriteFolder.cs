using System.Diagnostics;

namespace News.Functions.LocalHost.Azurite;

/// <summary>Azurite as <c>./news up</c> installs it, in <c>tools/azurite</c> of the repository the app was built in.</summary>
internal static class AzuriteFolder
{
    private const string Folder = "tools/azurite";

    /// <summary>How to start it: on a free port of this machine alone, blobs only, saying nothing to anyone.</summary>
    /// <param name="data">Where it keeps its files.</param>
    public static ProcessStartInfo Start(string azurite, string data, string account) =>
        new("node", [
            Path.Combine(azurite, "start.cjs"),
            "--blobHost", "127.0.0.1", "--blobPort", "0", "--location", data, "--silent", "--disableTelemetry", "--skipApiVersionCheck",
        ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AZURITE_ACCOUNTS"] = account },
        };

    /// <summary>The folder; null where there is none above the app.</summary>
    public static string? Find(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            var azurite = Path.Combine(folder.FullName, Folder);
            if (File.Exists(Path.Combine(azurite, "package.json")))
                return azurite;
        }

        return null;
    }

    /// <summary>Whether its packages are there.</summary>
    public static bool IsInstalled(string azurite) => Directory.Exists(Path.Combine(azurite, "node_modules", "azurite"));
}
