using NewsPortal.Core.Importing;

namespace NewsPortal.Web.Newsroom;

/// <summary>A line of an imported file, or the part of one that shares a fate.</summary>
/// <param name="File">Which of the article's files, from 0.</param>
/// <param name="Start">Where it starts, in code points.</param>
/// <param name="Text">Its text, without the line end.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="As">The field, list or kind of chrome it was taken for.</param>
/// <param name="Reason">Why.</param>
/// <param name="Line">The whole line of the file that it stands in: time, source and writer often share one.</param>
public sealed record OriginBlock(int File, int Start, string Text, Fate Fate, string? As, string Reason, string Line)
{
    // A page without line ends is one line; nobody cuts a name out of that.
    private const int LongestLine = 400;

    /// <summary>Cuts a file into blocks.</summary>
    /// <param name="file">Which of the article's files.</param>
    /// <param name="extraction">What it became.</param>
    public static IReadOnlyList<OriginBlock> Of(int file, Extraction extraction)
    {
        ArgumentNullException.ThrowIfNull(extraction);
        var blocks = new List<OriginBlock>();
        var text = extraction.Decoded ?? string.Empty;
        var at = 0;
        foreach (var entry in extraction.Article?.Ledger ?? [])
        {
            var end = Advance(text, at, entry.Length);
            var (point, start) = (entry.Start, at);
            foreach (var run in text[at..end].Split('\n'))
            {
                if (!string.IsNullOrWhiteSpace(run))
                {
                    blocks.Add(new OriginBlock(file, point, run.TrimEnd('\r'), entry.Fate, entry.As, entry.Reason, LineOf(text, start, run.Trim())));
                }

                point += run.EnumerateRunes().Count() + 1;
                start += run.Length + 1;
            }

            at = end;
        }

        return blocks;
    }

    private static string LineOf(string text, int at, string run)
    {
        var first = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var end = text.IndexOf('\n', at);
        var line = text[first..(end < 0 ? text.Length : end)].Trim();
        return line.Length <= LongestLine ? line : run;
    }

    // From one place in UTF-16 so many code points on.
    private static int Advance(string text, int at, int points)
    {
        for (; points > 0 && at < text.Length; points--)
        {
            at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        }

        return at;
    }
}
