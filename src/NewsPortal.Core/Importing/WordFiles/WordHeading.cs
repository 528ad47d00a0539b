using System.Buffers;
using System.Text.RegularExpressions;
using NewsPortal.Core.Importing.Lines;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>Finds the headings of a text: by style, or as writers set them who use no styles.</summary>
internal static partial class WordHeading
{
    private const int Longest = 30;
    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("。，,；;：:“”\"（）()");

    /// <summary>The level of a heading from 1 to 3; 0 for a line that is none.</summary>
    /// <param name="items">The flow.</param>
    /// <param name="index">The line.</param>
    public static int LevelOf(IReadOnlyList<WordItem> items, int index)
    {
        var line = items[index].Line!;
        if (line.IsHeading) return Math.Min(line.Look.Level, 3);
        if (line.Look.Role is StyleRole.Headline or StyleRole.Subheadline && line.Unit!.CanBeHeadline) return line.Look.Role == StyleRole.Headline ? 1 : 2;
        var unit = line.Unit!;
        if (unit.Role == LineRole.Heading) return 1;
        if (line.Paragraph.Lines.Count > 1 || unit.Weight is < 2 or > Longest || index == items.Count - 1 || IsSame(items[index + 1], line)) return 0;
        if (unit.Role != LineRole.Short || !LineShape.IsLabel(unit.Text, Longest) || line.Look.Role is StyleRole.Quote or StyleRole.Caption) return 0;
        if (Counted().Match(unit.Text) is { Success: true } counted) return counted.Groups["sub"].Success ? 2 : 1;
        if (unit.Text.AsSpan().ContainsAny(SentenceMarks)) return 0;
        return line.Look.Bold || (index > 0 && IsLongProse(items[index - 1]) && IsLongProse(items[index + 1])) ? 1 : 0;
    }

    // Two short lines set alike are verse, names or an address.
    private static bool IsSame(WordItem next, WordLine line) =>
        next.Line is { Unit.Role: LineRole.Short } other && other.Look == line.Look && !other.IsHeading && !Counted().IsMatch(other.Text) && !Counted().IsMatch(line.Text);

    private static bool IsLongProse(WordItem item) => item.Line?.Unit is { Role: LineRole.Prose, Weight: >= 24 };

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十\d]{1,3}[章节部][\s、　]?|(?<sub>[（(][一二三四五六七八九十]{1,3}[）)]))\s?\S", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
