using News.Functions.SampleSite.Pictures;

namespace News.Functions.SampleSite.Videos;

/// <summary>The videos of the sample site.</summary>
public static class SampleVideos
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SampleVideo> All { get; } =
    [
        Of("mam-com", "trai-cay-chieu", "ruong-bac-thang-chin", "dong-lua-chin"),
        Of("tho-deu", "sen-som", "vi-thuoc", "la-suong"),
        Of("nghich-nhiet", "thanh-pho-som", "thanh-pho-mua", "thanh-pho-dem"),
    ];

    private static SampleVideo Of(string name, params string[] scenes) =>
        new(name, [.. scenes.Select(scene => SamplePictures.All.Single(picture => picture.Name == scene))]);
}
