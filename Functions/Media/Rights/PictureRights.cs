using News.Domain.Media;

namespace News.Functions.Media.Rights;

/// <summary>What a picture's file says about who made it, whose it is and what it shows; empty where it says nothing.</summary>
/// <param name="Creator">Who made it; several are separated by commas.</param>
/// <param name="Credit">How it is to be credited, often an agency.</param>
/// <param name="License">An address where there is one, else the terms in words.</param>
public sealed record PictureRights(
    string Alt = "", string Caption = "", string Creator = "", string Credit = "", string Copyright = "", string License = "")
{
    /// <summary>For readers: a photographer and an agency are named together, as the trade does.</summary>
    public MediaText Text => new(Alt, Caption, CreditLine, Copyright, License);

    private string CreditLine => Creator.Length == 0 || Credit.Contains(Creator, StringComparison.OrdinalIgnoreCase) ? Credit
        : Credit.Length == 0 || Creator.Contains(Credit, StringComparison.OrdinalIgnoreCase) ? Creator
        : $"{Creator} / {Credit}";

    /// <summary>These, with what they leave open taken from others.</summary>
    public PictureRights Or(PictureRights others) => new(
        First(Alt, others.Alt),
        First(Caption, others.Caption),
        First(Creator, others.Creator),
        First(Credit, others.Credit),
        First(Copyright, others.Copyright),
        First(License, others.License));

    private static string First(string one, string other) => one.Length > 0 ? one : other;
}
