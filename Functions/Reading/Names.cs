using System.Buffers;
using System.Text.Json;
using News.Domain.Reading;
using News.Domain.Site;
using News.Functions.Reading.Cache;
using News.Functions.Storage.Site;
using News.Functions.Storage.Stamps;

namespace News.Functions.Reading;

/// <summary>The site's names at one moment, with a stamp for each: a view depends on those it shows, not on all.</summary>
public sealed class Names : IKept
{
    private const int BytesOfAnAuthor = 600;
    private const string AnySlug = "*";

    private readonly Dictionary<string, (int Counter, long Value)> _authors;
    private readonly (int Counter, long Value) _sections;
    private readonly Dictionary<string, byte[]> _sectionJson;
    private readonly Dictionary<string, byte[]> _bylineJson;

    private readonly byte[] _beforeSlug;
    private readonly byte[] _afterSlug;

    private Names(SiteDirectory directory, SiteAddress address, ChangeCounters counters, Stamp whole)
    {
        Directory = directory;
        Presenter = new(directory, address);
        Whole = whole;
        _sections = Mark(counters, SiteStore.SectionsId);
        _authors = directory.Authors.ToDictionary(author => author.Key, author => Mark(counters, AuthorBook.IdOf(author.Key)), StringComparer.Ordinal);
        _sectionJson = directory.Sections.ToDictionary(section => section.Slug, section => SectionJson(section.Slug, section.Name), StringComparer.Ordinal);
        _bylineJson = directory.Authors.ToDictionary(author => author.Key, author => JsonSerializer.SerializeToUtf8Bytes(author.Name, NewsJson.Wire.String), StringComparer.Ordinal);
        var url = JsonSerializer.SerializeToUtf8Bytes(address.Article(AnySlug), NewsJson.Wire.String);
        var slug = url.AsSpan().LastIndexOf((byte)AnySlug[0]);
        (_beforeSlug, _afterSlug) = (url[..slug], url[(slug + 1)..]);
    }

    public SiteDirectory Directory { get; }

    /// <summary>Fills these names in.</summary>
    public Presenter Presenter { get; }

    /// <summary>Of all names.</summary>
    public Stamp Whole { get; }

    /// <inheritdoc/>
    public int Bytes => BytesOfAnAuthor * (1 + Directory.Authors.Count);

    /// <summary>Reads them so that no name is older than its stamp.</summary>
    public static async ValueTask<Names> Read(SiteStore site, SiteAddress address, ChangeCounters counters, TimeProvider time, CancellationToken ct)
    {
        while (true)
        {
            var partition = ChangeCounters.Of(SiteStore.Partition);
            var whole = new Stamp([partition], [counters[partition]], time.GetTimestamp());
            var names = new Names(await site.Directory(ct), address, counters, whole);
            if (whole.IsCurrent(counters))
                return names;
        }
    }

    /// <summary>Notes that a view shows the sections' names.</summary>
    public void ShowSections(Recording? view) => view?.Note(_sections.Counter, _sections.Value);

    /// <summary>Notes that a view shows these authors.</summary>
    /// <param name="keys">Where one is missing, the view depends on all names: it may appear.</param>
    public void ShowAuthors(Recording? view, IEnumerable<string> keys)
    {
        foreach (var key in view is null ? [] : keys)
            ShowAuthor(view, key);
    }

    /// <summary>Notes that a view shows this author.</summary>
    public void ShowAuthor(Recording? view, string key)
    {
        if (_authors.TryGetValue(key, out var mark))
            view?.Note(mark.Counter, mark.Value);
        else
            view?.Include(Whole);
    }

    /// <summary>A section beside an article as JSON; called by its slug where it is missing.</summary>
    public byte[] SectionJson(string slug) => _sectionJson.GetValueOrDefault(slug) ?? SectionJson(slug, slug);

    /// <summary>An author's name as JSON; the key where the author is missing.</summary>
    public byte[] BylineJson(string key) => _bylineJson.GetValueOrDefault(key) ?? JsonSerializer.SerializeToUtf8Bytes(key, NewsJson.Wire.String);

    /// <summary>Writes the address of an article's page as JSON.</summary>
    public void WriteUrl(ReadOnlySpan<byte> slug, IBufferWriter<byte> to)
    {
        to.Write(_beforeSlug);
        to.Write(slug);
        to.Write(_afterSlug);
    }

    /// <summary>Notes that a view depends on which names there are.</summary>
    public void ShowAll(Recording? view) => view?.Include(Whole);

    private static byte[] SectionJson(string slug, string name) => JsonSerializer.SerializeToUtf8Bytes(new(slug, name), NewsJson.Wire.SectionLink);

    private static (int Counter, long Value) Mark(ChangeCounters counters, string id)
    {
        var counter = ChangeCounters.Of(SiteStore.Partition, id);
        return (counter, counters[counter]);
    }
}
