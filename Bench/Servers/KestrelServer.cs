namespace News.Bench.Servers;

/// <summary>Kestrel with nothing on top, as a process of its own; see <see cref="BareKestrel"/>.</summary>
public sealed class KestrelServer(AnswerFolder answers) : Server("Kestrel")
{
    private static readonly string _app = Path.Combine(AppContext.BaseDirectory, "Bench.dll");

    /// <inheritdoc/>
    public override string TargetOf(Answer answer) => answer.Target;

    /// <inheritdoc/>
    protected override ChildProcess Launch(int port) => new("dotnet", [_app, BareKestrel.Mode, $"{port}", answers.Path]);
}
