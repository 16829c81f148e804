using System.Collections.ObjectModel;
using Microsoft.Azure.Cosmos;

namespace News.Functions.Storage.Cosmos;

/// <summary>The one container, defined once: made so for emulators, and what the infrastructure is compared with.</summary>
public static class CosmosContainer
{
    public const string PartitionKeyPath = "/pk";

    /// <summary>The container's properties.</summary>
    public static ContainerProperties Define(string name)
    {
        var properties = new ContainerProperties(name, PartitionKeyPath)
        {
            // Keys pass 101 bytes, the limit of version 1.
            PartitionKeyDefinitionVersion = PartitionKeyDefinitionVersion.V2,
            // Documents live for ever unless they say otherwise.
            DefaultTimeToLive = -1,
        };
        properties.IndexingPolicy.IncludedPaths.Add(new IncludedPath { Path = PartitionKeyPath + "/?" });
        properties.IndexingPolicy.ExcludedPaths.Add(new ExcludedPath { Path = "/*" });
        properties.IndexingPolicy.CompositeIndexes.Add(Order(CompositePathSortOrder.Ascending));
        properties.IndexingPolicy.CompositeIndexes.Add(Order(CompositePathSortOrder.Descending));
        return properties;
    }

    private static Collection<CompositePath> Order(CompositePathSortOrder order) =>
        [new() { Path = PartitionKeyPath, Order = order }, new() { Path = "/id", Order = order }];
}
