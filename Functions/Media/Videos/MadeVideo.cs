using News.Domain.Media;
using News.Domain.Media.Videos;

namespace News.Functions.Media.Videos;

/// <summary>What was made of a video.</summary>
/// <param name="PosterFile">Path of the frame that the poster was made of.</param>
public sealed record MadeVideo(VideoFacts Video, PictureAsset Poster, string PosterFile);
