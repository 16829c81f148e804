namespace News.Domain;

/// <summary>Which version a writer believes to change. Nobody overwrites what they have not seen.</summary>
public abstract record Precondition
{
    private Precondition()
    {
    }

    /// <summary>Checks it against what is there.</summary>
    /// <param name="etag">The present ETag, quotes included; null where there is nothing.</param>
    /// <param name="what">What is written, for the message.</param>
    /// <exception cref="Failure">It does not hold.</exception>
    public abstract void Check(string? etag, string what);

    /// <summary>The writer said nothing, which is never enough.</summary>
    public sealed record None : Precondition
    {
        public override void Check(string? etag, string what) => throw new Failure(
            FailureCode.PreconditionRequired,
            etag is null
                ? $"There is no such {what} yet. Send If-None-Match: * to create it."
                : $"Send If-Match with the ETag of the {what} you read, so that nobody's change is lost.");
    }

    /// <summary>There must be nothing yet.</summary>
    public sealed record Create : Precondition
    {
        public override void Check(string? etag, string what)
        {
            if (etag is not null)
                throw new Failure(FailureCode.Stale, $"This {what} exists already. Read it and send its ETag as If-Match to change it.");
        }
    }

    /// <summary>It must be there, in whatever version.</summary>
    public sealed record Exists : Precondition
    {
        public override void Check(string? etag, string what)
        {
            if (etag is null)
                throw new Failure(FailureCode.Stale, $"There is no such {what}.");
        }
    }

    /// <summary>Exactly this ETag must be there; a text that is no strong ETag never is.</summary>
    public sealed record Match(string ETag) : Precondition
    {
        public override void Check(string? etag, string what)
        {
            if (etag is null)
                throw new Failure(FailureCode.Stale, $"There is no such {what}. Send If-None-Match: * to create it.");
            if (etag != ETag)
                throw new Failure(FailureCode.Stale, IsStrong(ETag)
                    ? $"The {what} was changed since: it is {etag} now. Read it again and redo the change."
                    : $"If-Match must be the {what}'s ETag exactly as it was read, in its quotes, without W/ and not *; it is {etag} now.");
        }

        private static bool IsStrong(string etag) => etag.Length >= 2 && etag[0] == '"' && etag[^1] == '"';
    }
}
