using NewsPortal.Core.Importing.Lines;

namespace NewsPortal.Core.Importing.Text;

/// <summary>
/// Finds the headline among the lines before the body: the line that the page's own title starts with, else the first
/// meaningful line, else the best line near the line of metadata where menus stand on top.
/// </summary>
internal static class HeadlineFinder
{
    // A headline stands near the body; menus of thousands of lines are not weighed line by line.
    private const int MostCandidates = 300;

    /// <summary>Finds it.</summary>
    /// <param name="units">The units.</param>
    /// <param name="bodyFirst">Index of the first unit of the body.</param>
    /// <returns>Its index and the rule; an index of -1 where there is none.</returns>
    public static (int Index, string Rule) Find(IReadOnlyList<TextUnit> units, int bodyFirst)
    {
        for (var i = 0; i < bodyFirst; i++)
        {
            if (units[i].Meta?.Fields.Any(f => f.Field == MetaFieldKind.Headline) == true)
            {
                return (i, "标题 label");
            }
        }

        var titled = Titled(units, bodyFirst);
        if (titled >= 0)
        {
            return (titled, "the line that the page's title repeats");
        }

        var candidates = Enumerable.Range(0, bodyFirst).Where(i => units[i].CanBeHeadline).ToList();
        if (candidates.Count == 0)
        {
            return (-1, string.Empty);
        }

        if (candidates.Find(i => i + 1 < bodyFirst && units[i].CanBeHeadline && IsDashed(units[i + 1]) && !IsDashed(units[i])) is var dashed && dashed + 1 < bodyFirst && IsDashed(units[dashed + 1]))
        {
            return (dashed, "line above the subheadline, which opens with a dash");
        }

        return IsPlain(units, candidates[0], bodyFirst)
            ? (candidates[0], "first meaningful line")
            : (candidates.TakeLast(MostCandidates).MaxBy(i => Score(units, i, Anchor(units, bodyFirst))), "the fullest line near the line of metadata");
    }

    /// <summary>True for a subheadline as papers set it: ——两岸早市热闹起来.</summary>
    public static bool IsDashed(TextUnit unit) => unit.Text.StartsWith("——", StringComparison.Ordinal) && unit.CanBeHeadline;

    /// <summary>True where a page's title is this line and, behind or before a mark, a site's name.</summary>
    public static bool IsTitleOf(string line, string title) => new TitleForms([title]).Hold(line);

    /// <summary>The headline's text: two lines where the page's title says that it was broken.</summary>
    public static string Text(IReadOnlyList<TextUnit> units, int index)
    {
        var text = units[index].Text;
        return IsBroken(units, index) ? units[index + 1].Text is ['—', ..] next ? text + next : $"{text} {units[index + 1].Text}" : text;
    }

    /// <summary>True where the next line is the second half of the headline.</summary>
    public static bool IsBroken(IReadOnlyList<TextUnit> units, int index) =>
        index > 0 && index + 1 < units.Count && units[index + 1].CanBeHeadline && IsTitleOf(units[index].Text + units[index + 1].Text, units[0].Text);

    /// <summary>True where a line repeats the headline: all of it, or its first clause.</summary>
    public static bool Repeats(string line, string headline)
    {
        var letters = LineShape.Letters(line);
        var whole = LineShape.Letters(headline);
        if (letters.Length == 0 || whole.Length == 0)
        {
            return false;
        }

        if (letters == whole || (whole.Length >= 6 && letters.StartsWith(whole, StringComparison.Ordinal) && letters.Length <= whole.Length + 14 && LineShape.IsLabel(line, 60)))
        {
            return true;
        }

        var clause = headline.IndexOfAny([' ', '\u3000', '，', ',', '：', ':', '—']);
        return clause > 0 && letters.Length >= 5 && letters == LineShape.Letters(headline[..clause]);
    }

    // The first line of a page's visible text is its title, mostly with the site's name; the headline stands again below.
    private static int Titled(IReadOnlyList<TextUnit> units, int bodyFirst)
    {
        var titled = -1;
        for (var i = 1; i < bodyFirst; i++)
        {
            if (units[i].CanBeHeadline && (IsBroken(units, i) || (IsTitleOf(units[i].Text, units[0].Text) && LineShape.Letters(units[i].Text) != LineShape.Letters(units[0].Text))))
            {
                titled = i;
            }
        }

        return titled;
    }

    // Nothing but fields, marks and at most a few short lines between the first line and the body: no menu stands on top.
    private static bool IsPlain(IReadOnlyList<TextUnit> units, int candidate, int bodyFirst)
    {
        const int mostLines = 4;
        for (var i = 0; i < candidate; i++)
        {
            if (units[i].Role is LineRole.Tool or LineRole.Breadcrumb or LineRole.Disclaimer or LineRole.End or LineRole.Short)
            {
                return false;
            }
        }

        var others = Enumerable.Range(candidate + 1, bodyFirst - candidate - 1)
            .Count(i => units[i].Role is LineRole.Short or LineRole.Breadcrumb or LineRole.ListHeading or LineRole.End && !Repeats(units[i].Text, units[candidate].Text));
        return others <= mostLines && !Enumerable.Range(candidate + 1, bodyFirst - candidate - 1).Any(i => units[i].Role == LineRole.Breadcrumb);
    }

    // The line of metadata nearest to the body, else the body itself.
    private static int Anchor(IReadOnlyList<TextUnit> units, int bodyFirst)
    {
        const int reach = 16;
        for (var i = bodyFirst - 1; i >= Math.Max(0, bodyFirst - reach); i--)
        {
            if (units[i].Role == LineRole.Meta)
            {
                return i;
            }
        }

        return bodyFirst;
    }

    private static double Score(IReadOnlyList<TextUnit> units, int index, int anchor)
    {
        var unit = units[index];
        var distance = Math.Abs(anchor - index);
        var passed = Enumerable.Range(Math.Min(index, anchor), distance).Count(i => units[i].Role == LineRole.Breadcrumb);
        var repeated = units.Take(60).Count(u => u.Weight == unit.Weight && u.Text == unit.Text) > 1 ? 12 : 0;
        return Math.Min(unit.Weight, 24) + repeated - (distance * 1.5) - (passed * 30) - (index > anchor ? 4 : 0);
    }
}
