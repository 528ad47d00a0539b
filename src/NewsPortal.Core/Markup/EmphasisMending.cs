using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsPortal.Core.Markup;

/// <summary>
/// Editors of Chinese text write <c>**重点 **后文</c>: the space went into the emphasis with the word. Markdown then takes
/// the stars for stars. Here the space is put outside, a pair around nothing is taken off, and one that stands alone at a
/// line's end or start is taken off or closed.
/// </summary>
internal static partial class EmphasisMending
{
    private static readonly SearchValues<char> ItemMarks = SearchValues.Create(" >#-+.0123456789");
    private static readonly char[] Blanks = [' ', '\t', '\u00A0', '\u3000'];

    /// <summary>Mends lines of one paragraph in place.</summary>
    public static void Mend(string[] lines, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (!lines[i].Contains('*', StringComparison.Ordinal)) continue;
            lines[i] = Seam().Replace(lines[i], "$1$2");
            var marks = Marks(lines[i]);
            if (marks.Count % 2 == 0)
            {
                lines[i] = Lonely().Replace(Pairs(lines[i], marks), "$1*");
                continue;
            }

            // Emphasis that goes on over a line's end is as it should be, or nobody knows how it should be.
            var closing = i + 1;
            while (closing <= last && Marks(lines[closing]).Count % 2 == 0) closing++;
            if (closing <= last) i = closing;
            else if (marks.Count == 1) lines[i] = Single(lines[i], marks[0]);
        }
    }

    private static string Pairs(string line, List<int> marks)
    {
        if (marks.Count == 0) return line;
        var mended = new StringBuilder(line.Length);
        var at = 0;
        for (var i = 0; i < marks.Count; i += 2)
        {
            var inside = line[(marks[i] + 2)..marks[i + 1]];
            var text = inside.Trim(Blanks);
            mended.Append(line, at, marks[i] - at);
            at = marks[i + 1] + 2;
            if (IsArithmetic(inside, text)) mended.Append("**").Append(inside).Append("**");
            else if (text.Length == 0) mended.Append(inside);
            else
            {
                var before = inside.IndexOf(text, StringComparison.Ordinal);
                mended.Append(inside, 0, before).Append("**").Append(text).Append("**").Append(inside, before + text.Length, inside.Length - before - text.Length);
            }
        }

        return mended.Append(line, at, line.Length - at).ToString();
    }

    // 2 ** 3 ** 4: spaces on both sides, and nothing that is read as words.
    private static bool IsArithmetic(string inside, string text) =>
        inside is [' ', .., ' '] && text.All(c => c < 0x80);

    private static string Single(string line, int mark)
    {
        var end = line.AsSpan().TrimEnd().Length;
        if (mark + 2 == end) return line.Remove(mark, 2);
        var begins = line.AsSpan(0, mark).IndexOfAnyExcept(ItemMarks) < 0;

        // **kwargs is Python's, not ours.
        return begins && !char.IsAsciiLetterLower(line[mark + 2]) && !Blanks.Contains(line[mark + 2]) ? line.Insert(end, "**") : line;
    }

    /// <summary>Where two stars stand together, outside code, addresses and escapes.</summary>
    private static List<int> Marks(string line)
    {
        var marks = new List<int>();
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '\\': i++; break;
                case '`':
                    var ticks = Run(line, i);
                    i = Code(line, i + ticks, ticks) ?? i + ticks - 1;
                    break;
                case ']' when i + 1 < line.Length && line[i + 1] == '(':
                    i = line.IndexOf(')', i) is var end and > 0 ? end : i;
                    break;
                case '<':
                    i = line.AsSpan(i).IndexOfAny('>', ' ') is var close and > 0 && line[i + close] == '>' ? i + close : i;
                    break;
                case '*':
                    var stars = Run(line, i);
                    if (stars == 2) marks.Add(i);
                    i += stars - 1;
                    break;
            }
        }

        return marks;
    }

    // The place of the last tick of the run that closes the code.
    private static int? Code(string line, int from, int ticks)
    {
        for (var i = from; i < line.Length; i++)
        {
            if (line[i] != '`') continue;
            var run = Run(line, i);
            i += run - 1;
            if (run == ticks) return i;
        }

        return null;
    }

    private static int Run(string line, int from)
    {
        var end = line.AsSpan(from).IndexOfAnyExcept(line[from]);
        return end < 0 ? line.Length - from : end;
    }

    // **上半****下半**: two bold words that an editor left beside each other. 138****5678 is a number with a gap.
    [GeneratedRegex(@"((?<!\*)\*\*[^*\s][^*\n`]{0,100}(?<![\s\d]))\*{4}([^*\s][^*\n`]{0,100}\*\*)(?!\*)", RegexOptions.CultureInvariant)]
    private static partial Regex Seam();

    // *图 1：云栖镇的渡口 *
    [GeneratedRegex(@"^( {0,3}\*[^\s*][^*]{0,200}[^\s*])[ \u00A0]{1,4}\*(?=\s{0,4}$)", RegexOptions.CultureInvariant)]
    private static partial Regex Lonely();
}
