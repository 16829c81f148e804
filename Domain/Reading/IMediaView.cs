using System.Text.Json.Serialization;
using News.Domain.Reading.Pictures;
using News.Domain.Reading.Videos;

namespace News.Domain.Reading;

/// <summary>A picture or a video as readers get it.</summary>
[JsonDerivedType(typeof(PictureView))]
[JsonDerivedType(typeof(VideoView))]
public interface IMediaView
{
    /// <summary>Its asset's id.</summary>
    string Asset { get; }
}
