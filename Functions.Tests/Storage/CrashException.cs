namespace News.Functions.Tests.Storage;

/// <summary>The process of an operation is gone; nothing in it runs any more.</summary>
public sealed class CrashException() : Exception("crash");
