using NewsPortal.Core.Importing.Lines;

namespace NewsPortal.Core.Importing.Text;

/// <summary>
/// Sets the edges of a body: first and last lines are short (a caption, a salutation, a wish, a signature) and count
/// nothing as prose, but belong to the article up to the first chrome.
/// </summary>
internal static class BodyEdges
{
    private const int MostShortLines = 3;

    /// <summary>Moves both edges outwards as far as the article goes.</summary>
    public static BodyRange Settle(IReadOnlyList<TextUnit> units, BodyRange range) => new(First(units, range.First), Last(units, range.Last));

    private static int First(IReadOnlyList<TextUnit> units, int first)
    {
        const int reach = 8;
        var earliest = first;
        for (var i = first - 1; i > 0 && first - i <= reach && IsContent(units[i]); i--)
        {
            if (IsFinished(units[i]) && !units[i].CanBeHeadlineAlone)
            {
                earliest = i;
            }
        }

        // A headline that asks or exclaims ends like a sentence; nothing of metadata stands above it then.
        var above = Enumerable.Range(0, earliest).Any(i => units[i].Role == LineRole.Meta && earliest - i <= reach);
        var isHeadline = !above && earliest + 1 < units.Count && units[earliest].CanBeHeadlineAlone && units[earliest].Weight <= 40
            && units[earliest + 1].Role == LineRole.Prose && units[earliest + 1].Weight > units[earliest].Weight;
        return isHeadline ? earliest + 1 : earliest;
    }

    private static int Last(IReadOnlyList<TextUnit> units, int last)
    {
        var end = last;
        var shorts = 0;
        var i = last + 1;
        for (; i < units.Count && (IsContent(units[i]) || HeadsOwnWords(units, i)) && shorts <= MostShortLines; i++)
        {
            shorts += units[i].Role is LineRole.Short or LineRole.Heading ? 1 : 0;
            if (IsFinished(units[i]))
            {
                end = i;
            }
        }

        if (shorts > MostShortLines)
        {
            return end;
        }

        // The end of the file, the editor's line or 上一篇 stands right below: what is above it is the article's.
        var isClosed = i == units.Count || units[i].Role is LineRole.Editor or LineRole.PictureCredit || (units[i].Role == LineRole.End && units[i].Text.StartsWith('上'));
        return isClosed && (i == units.Count || shorts <= 2) ? i - 1 : end;
    }

    // 【相关链接】 with a sentence below it is a section of the article; titles of other articles are no sentences.
    private static bool HeadsOwnWords(IReadOnlyList<TextUnit> units, int index) =>
        units[index].Role == LineRole.ListHeading && units[index].Text.StartsWith('【') && index + 1 < units.Count && IsContent(units[index + 1]) && IsFinished(units[index + 1]);

    private static bool IsContent(TextUnit unit) => unit.Role is LineRole.Short or LineRole.Heading or LineRole.Caption or LineRole.PictureMark
        or LineRole.PictureCredit or LineRole.SignOff || (unit.Role == LineRole.Prose && unit.Weight < 60);

    private static bool IsFinished(TextUnit unit) => unit.Role is LineRole.Caption or LineRole.SignOff or LineRole.PictureCredit or LineRole.Prose
        || (unit.Role == LineRole.Short && unit.Weight >= 4 && (LineShape.EndsSentence(unit.Text) || unit.Text[^1] is '：' or ':' || unit.Text[0] is '(' or '（'));
}
