using System.Text;

namespace News.Functions.Media.Transcoding;

/// <summary>FFMpegCore gives a command as one text; a process without a shell takes its arguments one by one.</summary>
public static class CommandLine
{
    /// <summary>The arguments: separated by blanks, but for those between double quotes.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        List<string> arguments = [];
        var (current, quoted) = (new StringBuilder(), false);
        foreach (var letter in text + ' ')
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter != ' ' || quoted)
            {
                current.Append(letter);
            }
            else if (current.Length > 0)
            {
                arguments.Add(current.ToString());
                current.Clear();
            }
        }

        return arguments;
    }
}
