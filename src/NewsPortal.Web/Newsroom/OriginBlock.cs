using NewsPortal.Core.Importing;

namespace NewsPortal.Web.Newsroom;

/// <summary>A line of an imported file, or the part of one that shares a fate.</summary>
/// <param name="File">Which of the article's files, from 0.</param>
/// <param name="Start">Where it starts, in code points.</param>
/// <param name="Text">Its text, without the line end.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="As">The field, list or kind of chrome it was taken for.</param>
/// <param name="Reason">Why.</param>
public sealed record OriginBlock(int File, int Start, string Text, Fate Fate, string? As, string Reason)
{
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
            var point = entry.Start;
            foreach (var line in text[at..end].Split('\n'))
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    blocks.Add(new OriginBlock(file, point, line.TrimEnd('\r'), entry.Fate, entry.As, entry.Reason));
                }

                point += line.EnumerateRunes().Count() + 1;
            }

            at = end;
        }

        return blocks;
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
