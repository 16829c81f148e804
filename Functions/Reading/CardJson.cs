using System.Buffers;
using System.Text.Json;
using News.Domain.Lists;
using News.Domain.Media;
using News.Domain.Reading;
using News.Functions.Storage;

namespace News.Functions.Reading;

/// <summary>
/// Makes the card that readers get of a stored one as bytes, as <see cref="Presenter.Card"/> makes it of objects: both have the same
/// members in the same order, so what is not filled in is copied. That costs a fifth, and a page shows some sixty cards.
/// </summary>
/// <param name="card">A <see cref="CardEntry"/> as it is stored.</param>
public ref struct CardJson(ReadOnlySpan<byte> card, NotingPresenter presenter, IBufferWriter<byte> to)
{
    /// <summary>Of a card, mostly its address and its section's name; where it has a picture, the buffer grows.</summary>
    private const int BytesFilledIn = 200;

    private readonly ReadOnlySpan<byte> _card = card;
    private Utf8JsonReader _from = new(card);
    private int _copied;

    /// <summary>Room for these cards when they are written.</summary>
    public static ArrayBufferWriter<byte> Buffer(IReadOnlyList<Document> cards) => new(cards.Sum(card => card.Body.Length + BytesFilledIn));

    /// <summary>Writes the card.</summary>
    /// <returns>Its article's id.</returns>
    public string Write()
    {
        var id = "";
        _from.Read();
        while (_from.Read() && _from.TokenType == JsonTokenType.PropertyName)
        {
            if (IsAt("id"u8))
                id = _from.GetString()!;
            else if (IsAt("slug"u8))
                AddUrl();
            else if (IsAt("section"u8))
                Replace(presenter.SectionJson(_from.GetString()!));
            else if (IsAt("bylines"u8))
                FillBylines();
            else if (IsAt("cover"u8))
                FillCover();
            else
                _from.Skip();
        }

        CopyTo(_card.Length);
        return id;
    }

    /// <summary>Whether the member has this name; then the reader goes to its value.</summary>
    private bool IsAt(ReadOnlySpan<byte> name) => _from.ValueTextEquals(name) && _from.Read();

    private void AddUrl()
    {
        CopyTo((int)_from.BytesConsumed);
        to.Write(",\"url\":"u8);
        presenter.WriteUrl(_from.ValueSpan, to);
    }

    /// <summary>Names in the place of keys.</summary>
    private void FillBylines()
    {
        while (_from.Read() && _from.TokenType == JsonTokenType.String)
            Replace(presenter.BylineJson(_from.GetString()!));
    }

    /// <summary>The picture in the place of the reference and of the facts that follow it.</summary>
    private void FillCover()
    {
        if (_from.TokenType == JsonTokenType.Null)
            return;
        CopyTo((int)_from.TokenStartIndex);
        var cover = JsonSerializer.Deserialize(ref _from, NewsJson.Wire.PictureRef)!;
        var next = _from;
        PictureFacts? facts = null;
        if (next.Read() && next.ValueTextEquals("coverFacts"u8) && next.Read())
        {
            facts = JsonSerializer.Deserialize(ref next, NewsJson.Wire.PictureFacts);
            _from = next;
        }

        to.Write(JsonSerializer.SerializeToUtf8Bytes(presenter.Cover(cover, facts), NewsJson.Wire.PictureView));
        _copied = (int)_from.BytesConsumed;
    }

    /// <summary>Writes this in the place of the value the reader is at.</summary>
    private void Replace(ReadOnlySpan<byte> json)
    {
        CopyTo((int)_from.TokenStartIndex);
        to.Write(json);
        _copied = (int)_from.BytesConsumed;
    }

    private void CopyTo(int end)
    {
        to.Write(_card[_copied..end]);
        _copied = end;
    }
}
