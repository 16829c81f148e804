using System.Text.Json.Serialization;
using News.Domain;
using News.Domain.Blocks;
using News.Domain.Drafts;
using News.Domain.Site;
using News.Domain.Text;

namespace News.Functions.Authors;

/// <summary>An author as the newsroom writes and reads it.</summary>
/// <param name="Slug">Another one renames an author that is there already; null keeps the address's.</param>
/// <param name="SameAs">Other pages about the same person.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AuthorRequest(
    string? Name = null,
    string? Slug = null,
    string? Role = null,
    string? Bio = null,
    PictureRef? Photo = null,
    IReadOnlyList<string>? SameAs = null)
{
    /// <summary>The author as PutAuthor takes it.</summary>
    public static AuthorRequest Of(Author author) =>
        new(author.Name, author.Slug, author.Role, author.Bio, author.Photo, author.SameAs);

    /// <summary>The request with clean text.</summary>
    /// <exception cref="Failure">Anything about it is not valid.</exception>
    public AuthorRequest Check(string slug)
    {
        var errors = new FieldErrors();
        var fault = Domain.Text.Slug.Fault(Slug ?? slug);
        errors.Check(fault is null, "slug", fault ?? "");
        var sameAs = SameAs ?? [];
        errors.Check(sameAs.Count <= AuthorLimits.SameAs, "sameAs", $"must be at most {AuthorLimits.SameAs}");
        for (var i = 0; i < sameAs.Count; i++)
            errors.Check(Links.IsWeb(sameAs[i]), $"sameAs[{i}]", "must be an http or https address");
        var clean = new AuthorRequest(
            CleanText.Accept(Name, "name", ArticleLimits.Name, errors, 1),
            Slug ?? slug,
            CleanText.AcceptOptional(Role, "role", ArticleLimits.Name, errors),
            CleanText.AcceptOptional(Bio, "bio", ArticleLimits.Caption, errors),
            Photo is null ? null : new MediaCheck(errors).Accept(Photo, "photo"),
            sameAs);
        errors.Check(clean.Name!.Length == 0 || CleanText.HasLetterOrDigit(clean.Name), "name", "needs a letter or a digit");
        errors.ThrowIfAny();
        return clean;
    }

    /// <summary>The author this makes of the present one.</summary>
    /// <exception cref="Failure">The slug or the name is another author's, or it has had too many of either.</exception>
    public Author Apply(Author? there, SiteDirectory others)
    {
        if (others.FindBySlug(Slug!) is { } owner && owner.Key != there?.Key)
            throw new Failure(FailureCode.Conflict, $"The slug {Slug} is or was the author {owner.Name}'s. Choose another.");
        if (others.FindByName(Name!) is { } namesake && namesake.Key != there?.Key)
            throw new Failure(FailureCode.Conflict, $"The author {namesake.Slug} has or had this name, and bylines go by names. Choose another.");
        var author = there?.Renamed(Name!, Slug!) ?? new Author { Key = Slug!, Slug = Slug!, Name = Name!, Version = 0 };
        if (author.EverySlug.Count() > AuthorLimits.Slugs)
            throw new Failure(FailureCode.Conflict, $"An author has at most {AuthorLimits.Slugs} slugs; choose one it had before.");
        if (author.FormerNames.Count >= AuthorLimits.Names)
            throw new Failure(FailureCode.Conflict, $"An author has at most {AuthorLimits.Names} names; choose one it had before.");
        return author with { Role = Role, Bio = Bio, Photo = Photo, SameAs = SameAs!, Kept = true, Version = author.Version + 1 };
    }
}
