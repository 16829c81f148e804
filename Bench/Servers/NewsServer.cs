namespace News.Bench.Servers;

/// <summary>Our local host on a filled data folder.</summary>
/// <param name="options">Settings beside those of the bench.</param>
public sealed class NewsServer(string name, string folder, params string[] options) : Server(name)
{
    // The same everywhere, since bodies hold addresses.
    private const string BaseUrl = "--Site:BaseUrl=https://news.example";

    /// <summary>The app as it is for everybody who starts the site, compiled ahead.</summary>
    public const string Folder = "Functions/bin/ready";

    /// <inheritdoc/>
    public override string TargetOf(Answer answer) => answer.Target;

    /// <inheritdoc/>
    protected override ChildProcess Launch(int port) =>
        new("dotnet", [$"{Folder}/Functions.dll", "--port", $"{port}", "--data", folder, "--empty", BaseUrl, .. options]);
}
