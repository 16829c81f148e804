namespace News.Functions.Storage.MostRead;

/// <summary>A day that is over.</summary>
/// <param name="Tally">As <see cref="Domain.MostRead.Counting.DayTally"/> writes it.</param>
public sealed record StoredTally(byte[] Tally);
