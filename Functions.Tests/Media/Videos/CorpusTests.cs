using News.Functions.Tests.Media.Filming;
using Xunit;

namespace News.Functions.Tests.Media.Videos;

/// <summary>Every kind of video that a phone, a camera or a program makes comes out right; everything else is told why not.</summary>
public class CorpusTests
{
    public static TheoryData<string> Good => [.. Corpus.Good.Select(film => film.Name)];

    public static TheoryData<string> Bad => [.. Corpus.Bad.Select(film => film.Name)];

    [Theory]
    [MemberData(nameof(Good))]
    public async Task Comes_out_right(string name)
    {
        using var cinema = new Cinema();
        var film = Corpus.Good.Single(film => film.Name == name);
        var screening = await cinema.Make(await Shoot(cinema, film.Name, film.Make, film.After));
        await screening.Check(film.Width, film.Height, film.Seconds, film.Sound);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Is_refused_with_a_sentence(string name)
    {
        using var cinema = new Cinema();
        var film = Corpus.Bad.Single(film => film.Name == name);
        var said = await cinema.Refusal(await Shoot(cinema, film.Name, film.Make, film.After));
        Assert.True(said.Contains(film.Why, StringComparison.Ordinal), said);
    }

    /// <summary>A file that is made of another names it in braces.</summary>
    private static async Task<string> Shoot(Cinema cinema, string name, string make, Action<string>? after)
    {
        foreach (var (part, how) in Corpus.Parts.Where(part => make.Contains($"{{{part.Key}}}", StringComparison.Ordinal)))
            make = make.Replace($"{{{part}}}", $"\"{await cinema.Shoot(part, how)}\"", StringComparison.Ordinal);
        var path = cinema.Path(name);
        if (make.Length > 0)
            await cinema.Shoot(name, make);
        after?.Invoke(path);
        return path;
    }
}
