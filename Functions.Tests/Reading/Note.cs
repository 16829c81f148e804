using News.Functions.Reading.Cache;

namespace News.Functions.Tests.Reading;

/// <summary>Something to keep: a text and a size.</summary>
public sealed record Note(string Text, int Bytes = 100) : IKept;
