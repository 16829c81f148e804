namespace News.Bench.Servers;

/// <summary>Our local host on a filled data folder.</summary>
/// <param name="options">Settings beside those of the bench.</param>
public sealed class NewsServer(string name, string folder, params string[] options) : Server(name)
{
    // The same everywhere, since bodies hold addresses.
    private const string BaseUrl = "--Site:BaseUrl=https://news.example";

    private static readonly string _app = Path.Combine(AppContext.BaseDirectory, "Functions.dll");

    /// <inheritdoc/>
    public override string TargetOf(Answer answer) => answer.Target;

    /// <inheritdoc/>
    protected override ChildProcess Launch(int port) =>
        new("dotnet", [_app, "--port", $"{port}", "--data", folder, "--empty", BaseUrl, .. options]);
}
