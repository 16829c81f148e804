using System.Globalization;

namespace News.Functions.LocalHost;

/// <summary>What the options are, for who starts the built app itself; <c>./news up --help</c> says the same without building it.</summary>
internal static class LocalHelp
{
    private static readonly string[] _words = ["--help", "-h"];

    /// <summary>Whether help is all that is wanted.</summary>
    public static bool IsAsked(string[] args) => args.Any(_words.Contains);

    public static string Text => $"""
        Usage: dotnet Functions.dll [--port N] [--host ADDRESS] [--data FOLDER] [--empty] [--Section:Key=value ...]

        Serves the whole site on this machine until Ctrl+C.

          --port N        listen on this port (7071; 0 takes a free one)
          --host ADDRESS  listen on this address (127.0.0.1)
          --data FOLDER   keep articles, keys and files here (./data)
          --empty         do not fill an empty folder with the sample site

        Settings; each can also be an environment variable, Section__Key=value:

        {string.Join(Environment.NewLine, Settings.All.Select(Line))}

        """;

    private static string Line(Setting setting)
    {
        var value = setting.Default.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({setting.Default})");
        return $"  --{setting.Key}=…{value}: {setting.Meaning.Replace("`", "", StringComparison.Ordinal)}";
    }
}
