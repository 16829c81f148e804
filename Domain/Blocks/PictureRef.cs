namespace News.Domain.Blocks;

/// <summary>Where an article shows a picture, or a video's poster: the asset and what this place says about it.</summary>
/// <param name="Asset">Asset id: 26 characters <c>a-z2-7</c>.</param>
/// <param name="Alt">What the picture shows, for those who do not see it; null takes the asset's.</param>
/// <param name="Caption">Text below it; null takes the asset's.</param>
/// <param name="Credit">Who made it; null takes the asset's.</param>
/// <param name="Focus">The point that crops keep; null leaves it to detection.</param>
public sealed record PictureRef(
    string Asset = "", string? Alt = null, string? Caption = null, string? Credit = null, FocusPoint? Focus = null);
