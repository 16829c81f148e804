using Microsoft.Extensions.Configuration;
using News.Functions.Storage.Disk;

namespace News.Functions.LocalHost;

/// <summary>What this process alone holds while it lives: its port and its data folder with the newsroom key.</summary>
public sealed class Premises : IDisposable
{
    private Premises(FrontDoor door, DataFolder folder, NewsroomKey key) => (Door, Folder, Key) = (door, folder, key);

    public FrontDoor Door { get; }

    public DataFolder Folder { get; }

    public NewsroomKey Key { get; }

    /// <summary>Takes both before anything else is made, and writes what was really taken back into the settings.</summary>
    /// <exception cref="StartRefusedException">One of them is in use or cannot be used.</exception>
    public static Premises Take(IConfigurationManager configuration)
    {
        var door = FrontDoor.Open(configuration[LocalArguments.Host], configuration[LocalArguments.Port]);
        DataFolder? folder = null;
        try
        {
            folder = DataFolder.Take(configuration[LocalArguments.Folder]);
            TellSettings(configuration, door, folder);
            return new Premises(door, folder, NewsroomKey.In(folder.Path));
        }
        catch
        {
            folder?.Dispose();
            door.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Door.Dispose();
        Folder.Dispose();
    }

    /// <summary>The port is bound by now, so the site's address is known to everybody from the first line on, also with port 0.</summary>
    private static void TellSettings(IConfigurationManager configuration, FrontDoor door, DataFolder folder)
    {
        var site = configuration["Site:BaseUrl"];
        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [LocalArguments.Folder] = folder.Path,
            ["Site:BaseUrl"] = string.IsNullOrWhiteSpace(site) ? door.Url : site,
        });
    }
}
