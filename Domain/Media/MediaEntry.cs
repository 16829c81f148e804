namespace News.Domain.Media;

/// <summary>A line of the list of all assets: enough to search in.</summary>
public sealed record MediaEntry(string Id, string FileName, MediaText Text)
{
    /// <summary>The line of an asset.</summary>
    public static MediaEntry Of(MediaAsset asset) => new(asset.Id, asset.FileName, asset.Text);

    /// <summary>Everything a search looks at.</summary>
    public string Words() => string.Join(' ', FileName, Text.Alt, Text.Caption, Text.Credit, Text.Copyright, Id);
}
