using System.Text.Json.Serialization;
using News.Domain.Text;

namespace News.Domain.Media.Uploads;

/// <summary>How far an upload has come.</summary>
[JsonConverter(typeof(KebabEnum<UploadState>))]
public enum UploadState
{
    /// <summary>It has not arrived, or nobody has begun with it.</summary>
    Waiting,
    Processing,

    /// <summary>It is an asset now.</summary>
    Ready,

    /// <summary>It never will be; the reason says why.</summary>
    Rejected,
}
