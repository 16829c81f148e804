namespace News.Functions.Media.Uploads;

/// <summary>How uploads are taken. Each number is in the README's table of limits.</summary>
public static class UploadLimits
{
    /// <summary>Characters of a file's name.</summary>
    public const int FileName = 200;

    /// <summary>Minutes that an address to upload to is good for.</summary>
    public const int AddressMinutes = 60;

    /// <summary>Minutes that nothing must have happened to a file in the container before the sweep takes it.</summary>
    public const int UntouchedMinutes = 15;

    /// <summary>Times the sweep takes a file before it is rejected.</summary>
    public const int Rounds = 5;
}
