namespace News.Domain.Media;

/// <summary>What a picture or video says about itself; empty where unknown.</summary>
/// <param name="Alt">What it shows, for those who do not see it.</param>
/// <param name="Caption">Text below it.</param>
/// <param name="Credit">Who made it, as it is to be named.</param>
/// <param name="Copyright">Whose it is.</param>
/// <param name="License">What may be done with it: a name or an address.</param>
public sealed record MediaText(
    string Alt = "", string Caption = "", string Credit = "", string Copyright = "", string License = "");
