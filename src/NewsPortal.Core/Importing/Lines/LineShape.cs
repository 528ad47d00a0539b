using System.Text.RegularExpressions;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Importing.Lines;

/// <summary>What can be told of a line by its characters alone, without knowing words.</summary>
internal static partial class LineShape
{
    private const string SentenceEnds = "。！？!?…；;";

    private const string Closers = "”’\"'」』）)】》";

    /// <summary>True for Han characters of the basic plane.</summary>
    public static bool IsHan(char c) => HanText.IsHan(c);

    /// <summary>Characters that carry text: each Han character one, each other word two. Punctuation counts nothing.</summary>
    public static int Weight(string line)
    {
        var weight = 0;
        var inWord = false;
        foreach (var c in line)
        {
            if (IsHan(c))
            {
                weight++;
                inWord = false;
            }
            else if (char.IsLetterOrDigit(c))
            {
                weight += inWord ? 0 : 2;
                inWord = true;
            }
            else if (c is not ('\'' or '’' or '.' or '-'))
            {
                inWord = false;
            }
        }

        return weight;
    }

    /// <summary>True where a sentence ends the line, closing quotes and a last bracket aside: ……。（记者 李明）.</summary>
    public static bool EndsSentence(string line)
    {
        return Ends(line) || (line.Length > 0 && line[^1] is ')' or '）' && line.LastIndexOfAny(['(', '（']) is var open and > 0 && Ends(line.AsSpan(0, open)));
    }

    private static bool Ends(ReadOnlySpan<char> line)
    {
        var text = line.TrimEnd().TrimEnd(Closers).TrimEnd();
        return text.Length > 0 && (SentenceEnds.Contains(text[^1], StringComparison.Ordinal) || (text[^1] == '.' && text.Length > 12));
    }

    /// <summary>
    /// True for prose: a sentence that ends, or a line too long for a headline whose clauses are parted by commas or stops.
    /// </summary>
    public static bool IsProse(string line)
    {
        var weight = Weight(line);
        if (weight >= 12 && EndsSentence(line))
        {
            return true;
        }

        return weight >= 40 && Clauses().Count(line) * 40 >= weight;
    }

    /// <summary>True for a short line without an end mark: a headline, a label, a name.</summary>
    public static bool IsLabel(string line, int longest = 40) => Weight(line) <= longest && !EndsSentence(line);

    /// <summary>The letters and digits alone, narrow and in lower case: what two lines are compared by.</summary>
    public static string Letters(string line)
    {
        var letters = new char[line.Length];
        var count = 0;
        foreach (var c in StatedTimes.NarrowText.Of(line))
        {
            if (char.IsLetterOrDigit(c))
            {
                letters[count++] = char.ToLowerInvariant(c);
            }
        }

        return new string(letters, 0, count);
    }

    /// <summary>The line without any white space and with narrow punctuation: what word rules are matched against.</summary>
    public static string Compact(string line)
    {
        var narrow = StatedTimes.NarrowText.Of(line);
        return narrow.AsSpan().ContainsAny(' ', '\u200B', '\uFEFF')
            ? string.Concat(narrow.Split(' ', '\u200B', '\uFEFF'))
            : narrow;
    }

    [GeneratedRegex(@"[，。、；：！？,;!?]|\.\s|\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Clauses();
}
