namespace News.Functions.Tests.Storage.Cost;

/// <summary>A month of a site.</summary>
/// <param name="Views">Pages opened, each one call for the whole page.</param>
/// <param name="AtEdge">The share of calls that Front Door answers by itself.</param>
/// <param name="ArticlesADay">Written and published.</param>
/// <param name="Archive">Articles kept.</param>
/// <param name="Replicas">Instances of the app that run all month.</param>
public sealed record Traffic(double Views, double AtEdge, int ArticlesADay, int Archive, int Replicas)
{
    /// <summary>Calls that reach the app.</summary>
    public double Calls => Views * (1 - AtEdge);
}
