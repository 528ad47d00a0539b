using System.Text;
using NewsPortal.Core.Importing.Lines;

namespace NewsPortal.Core.Importing.Text;

/// <summary>Makes paragraphs of lines: where an editor or mail program wrapped them, wrapped lines are joined again.</summary>
internal static class TextUnits
{
    /// <summary>The units of a text, blank lines left out.</summary>
    public static List<TextUnit> Of(string text, TimeZoneInfo zone)
    {
        var lines = TextLine.Split(text);
        var width = WrapWidth(lines);
        var length = lines.Max(l => l.Text.Length);
        var units = new List<TextUnit>();
        var run = new List<TextLine>();
        foreach (var line in lines)
        {
            if (run.Count > 0 && (line.Text.Length == 0 || !Continues(run[^1], line, width, length)))
            {
                units.Add(Unit(run, zone));
                run = [];
            }

            if (line.Text.Length > 0)
            {
                run.Add(line);
            }
        }

        if (run.Count > 0)
        {
            units.Add(Unit(run, zone));
        }

        return units;
    }

    // A line goes on in the next one where it fills the width, or nearly: a word or a mark may not fit.
    private static bool Continues(TextLine line, TextLine next, int? width, int length)
    {
        const int longestTail = 14;
        const int shortest = 3;
        if (width is null || next.Indent >= 2 || (next.Indent == 1 && line.Indent == 0))
        {
            return false;
        }

        // Some tools count characters, not columns: digits and blanks make such a line narrower than its neighbours.
        return Width(line) >= width - (line.Text.Any(LineShape.IsHan) ? 6 : longestTail) || line.Text.Length >= length - shortest;
    }

    /// <summary>The width that lines were wrapped at, in columns (a Han character is two); null where they were not.</summary>
    private static int? WrapWidth(List<TextLine> lines)
    {
        const int narrowest = 24;
        const int widest = 170;
        var width = lines.Max(Width);
        var followed = Runs(lines).Where(run => run.Exists(l => Width(l) >= width * 0.8)).SelectMany(run => run.SkipLast(1)).ToList();
        if (followed.Count < 3 || width > widest)
        {
            return null;
        }

        var full = followed.Count(l => Width(l) >= width * 0.8);
        var stopped = followed.Count(l => Width(l) >= width * 0.8 && LineShape.EndsSentence(l.Text));

        // Paragraphs end where a sentence does; lines cut by a width end anywhere.
        return width >= narrowest && full * 10 >= followed.Count * 6 && stopped * 10 <= full * 4 ? width : null;
    }

    // Lines between two blank ones. A block of labels, of which none fills the width, says nothing about wrapping.
    private static IEnumerable<List<TextLine>> Runs(List<TextLine> lines)
    {
        var run = new List<TextLine>();
        foreach (var line in lines)
        {
            if (line.Text.Length > 0)
            {
                run.Add(line);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        yield return run;
    }

    private static int Width(TextLine line) => line.Indent + line.Text.Sum(c => c >= '\u2E80' ? 2 : 1);

    private static TextUnit Unit(List<TextLine> run, TimeZoneInfo zone)
    {
        var text = new StringBuilder(run[0].Text);
        foreach (var line in run.Skip(1))
        {
            // Han characters and full-width marks join without a space; words of other scripts need one.
            if (text[^1] < '\u2E80' && line.Text[0] < '\u2E80')
            {
                text.Append(' ');
            }

            text.Append(line.Text);
        }

        return new(run, text.ToString(), zone);
    }
}
