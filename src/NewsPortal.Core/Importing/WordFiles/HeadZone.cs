using System.Text.RegularExpressions;
using NewsPortal.Core.Importing.Lines;
using NewsPortal.Core.Importing.Text;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>The top of a document: headline and what stands round it, down to the first paragraph of the text.</summary>
/// <param name="End">Index of the first item behind it.</param>
/// <param name="Headline">Indices of the headline's lines; empty where the document shows none.</param>
/// <param name="Rule">The rule that found it.</param>
internal sealed partial record HeadZone(int End, IReadOnlyList<int> Headline, string Rule)
{
    private const int MostLines = 14;
    private const int MostHeadlineLines = 3;

    /// <summary>Finds it.</summary>
    /// <param name="items">The flow of the document.</param>
    /// <param name="bodySize">The size of most of the text in half-points.</param>
    public static HeadZone Find(IReadOnlyList<WordItem> items, int bodySize)
    {
        var end = EndOf(items, bodySize);
        var (best, score, rule) = (-1, double.MinValue, string.Empty);
        var dated = false;
        for (var i = 0; i < end; i++)
        {
            if (items[i].Line is not { Unit: not null } line) continue;
            if (Score(line, bodySize) is { } found && found.Score - (dated ? 30 : 0) - i > score) (best, score, rule) = (i, found.Score - (dated ? 30 : 0) - i, found.Rule);
            dated |= line.Unit.Meta?.Published is not null;
        }

        if (best < 0) return new(end, [], string.Empty);
        var lines = Joined(items, best, end, bodySize);
        return new(IsAllHead(items, end) ? Shortened(items, lines[^1] + 1) : end, lines, rule);
    }

    /// <summary>True for a line that is set apart as headlines are.</summary>
    public static bool IsStrong(WordLine line, int bodySize) =>
        line.Look.Role == StyleRole.Headline || line.IsHeading || line.Look.Size >= bodySize + 4 || (line.Look.Centred && line.Look.Bold);

    /// <summary>True for a line that says what kind of paper this is, or where the text starts.</summary>
    public static bool NamesThePaper(string text) => Paper().IsMatch(text);

    private static int EndOf(IReadOnlyList<WordItem> items, int bodySize)
    {
        var (seen, strong) = (0, false);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Line is not { } line || line.Look.List is not null) return i;
            if (line.Unit is null) continue;
            if (seen >= MostLines) return Shortened(items, i);
            if (line.Look.Role is StyleRole.None or StyleRole.Body or StyleRole.Quote or StyleRole.Caption)
            {
                if (Ends(line, bodySize, seen, i > 0 && items[i - 1].Line is { IsPicture: true })) return i;
            }
            else if (line.IsHeading && strong)
            {
                return i;
            }

            seen++;
            strong |= IsStrong(line, bodySize) && line.Unit.CanBeHeadline;
        }

        return items.Count;
    }

    private static bool Ends(WordLine line, int bodySize, int seen, bool belowPicture) => line.Unit!.Role switch
    {
        LineRole.Prose => !IsTitleLike(line, bodySize, seen),
        LineRole.Heading => seen > 0,
        LineRole.Caption => !belowPicture,
        _ => line.Look.Role == StyleRole.Quote,
    };

    // A long headline reads like prose by its shape; its setting tells.
    private static bool IsTitleLike(WordLine line, int bodySize, int seen) => line.Unit!.CanBeHeadline
        && (IsStrong(line, bodySize) || (line.Look.Centred && line.Unit.Weight <= 60) || (line.Look.Bold && line.Unit.Weight <= 40) || (seen == 0 && line.Unit is { CanBeHeadlineAlone: true, Weight: <= 40 }));

    // Nothing but short lines: the first and the fields below it are the head, the rest is the text.
    private static bool IsAllHead(IReadOnlyList<WordItem> items, int end) => end == items.Count;

    private static int Shortened(IReadOnlyList<WordItem> items, int from)
    {
        var end = Math.Min(from, items.Count);
        while (end < items.Count && items[end].Line is { Unit.Role: LineRole.Meta or LineRole.SignOff or LineRole.Editor }) end++;
        return end;
    }

    private static (double Score, string Rule)? Score(WordLine line, int bodySize)
    {
        var unit = line.Unit!;
        if (line.Look.Role == StyleRole.Headline) return (100, "style of a title");
        if (unit.Meta?.Fields.Any(f => f.Field == MetaFieldKind.Headline) == true) return (90, "标题 label");
        if (line.Look.Role is not (StyleRole.None or StyleRole.Body or StyleRole.Heading) || !unit.CanBeHeadline) return null;
        if (line.IsHeading) return (60 - (line.Look.Level * 5), "first heading");
        var set = Math.Clamp(line.Look.Size - bodySize, 0, 20) + (line.Look.Centred ? 8 : 0) + (line.Look.Bold ? 8 : 0);
        var odd = HeadlineFinder.IsDashed(unit) || PersonNames.AreChineseNames(unit.Text) || Outlet.IsOne(unit.Text) || NamesThePaper(unit.Text) ? 25 : 0;
        return (set - odd, set > 0 ? "set larger, bold or centred above the text" : "first meaningful line");
    }

    // A headline is broken by hand where it would not fit: into lines of one paragraph, or of paragraphs set alike.
    private static List<int> Joined(IReadOnlyList<WordItem> items, int first, int end, int bodySize)
    {
        var lines = new List<int> { first };
        var head = items[first].Line!;
        for (var i = first + 1; i < end && lines.Count < MostHeadlineLines; i++)
        {
            if (items[i].Line is not { Unit: { CanBeHeadline: true } unit } line || HeadlineFinder.IsDashed(unit) || unit.Meta is not null) break;
            var alike = line.Look.Role == head.Look.Role && line.Look.Size == head.Look.Size && line.Look.Bold == head.Look.Bold && line.Look.Centred == head.Look.Centred;
            var together = ReferenceEquals(line.Paragraph, head.Paragraph) || (alike && (head.Look.Role == StyleRole.Headline || (!head.IsHeading && head.Look.Size >= bodySize + 4)));
            if (!together || !IsStrong(line, bodySize) || PersonNames.AreChineseNames(unit.Text) || Outlet.IsOne(unit.Text)) break;
            lines.Add(i);
        }

        return lines;
    }

    [GeneratedRegex(@"^[\[【（(《]?(?:新闻通?稿|通稿|供稿|来稿|稿件|通讯稿|消息|通讯|特写|评论|正\s?文|正文内容|press release|news release|for immediate release)[\]】）)》]?\s?[:：]?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Paper();
}
