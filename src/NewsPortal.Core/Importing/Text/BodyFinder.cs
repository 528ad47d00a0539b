using NewsPortal.Core.Importing.Lines;

namespace NewsPortal.Core.Importing.Text;

/// <summary>The part of a capture that is the article: from its first to its last unit, chrome between them included.</summary>
/// <param name="First">Index of the first unit.</param>
/// <param name="Last">Index of the last.</param>
internal readonly record struct BodyRange(int First, int Last);

/// <summary>
/// Finds the article in a text by the density of its prose: prose counts for a unit, menus, lists and footers count against
/// it, and the stretch with the highest sum is the body. A headline and a line of metadata before it speak for a stretch.
/// </summary>
internal static class BodyFinder
{
    private const int EnoughProse = 200;

    /// <summary>Finds it; null where no prose is left.</summary>
    public static BodyRange? Find(IReadOnlyList<TextUnit> units)
    {
        var best = (Score: 0, Range: (BodyRange?)null);
        var ends = EndsBefore(units);
        foreach (var (range, score) in Stretches(units))
        {
            // Below the end of an article come comments and teasers: they need far more text to be taken for the body.
            var isBehind = best.Range is { } before && ends[range.First] > ends[before.Last];
            var total = isBehind ? score / (best.Score >= EnoughProse ? 3 : 2) : score + Precursors(units, range.First);
            if (total > best.Score)
            {
                best = (total, range);
            }
        }

        return best.Range is { } found ? BodyEdges.Settle(units, found) : ShortBody(units);
    }

    private static int[] EndsBefore(IReadOnlyList<TextUnit> units)
    {
        var ends = new int[units.Count + 1];
        for (var i = 0; i < units.Count; i++)
        {
            ends[i + 1] = ends[i] + (units[i].Role is LineRole.End or LineRole.ListHeading ? 1 : 0);
        }

        return ends;
    }

    private static IEnumerable<(BodyRange Range, int Score)> Stretches(IReadOnlyList<TextUnit> units)
    {
        var (sum, peak, first, last) = (0, 0, 0, -1);
        for (var i = 0; i < units.Count; i++)
        {
            var score = Score(units, i);
            if (sum == 0 && score > 0)
            {
                (first, peak) = (i, 0);
            }

            sum = Math.Max(0, sum + score);
            if (sum > peak)
            {
                (peak, last) = (sum, i);
            }
            else if (sum == 0 && peak > 0)
            {
                yield return (new(first, last), peak);
                (peak, i) = (0, last);
            }
        }

        if (peak > 0)
        {
            yield return (new(first, last), peak);
        }
    }

    private static int Score(IReadOnlyList<TextUnit> units, int index)
    {
        var unit = units[index];
        return unit.Role switch
        {
            LineRole.Prose => Math.Min(unit.Weight, 200),
            LineRole.Short when unit.Weight >= 4 => -12,
            LineRole.Short => -18,
            LineRole.Caption or LineRole.Heading or LineRole.PictureMark or LineRole.PictureCredit or LineRole.SignOff => -2,
            LineRole.OriginalTitle => -10,
            LineRole.Tool => -40,
            LineRole.Meta => -60,
            LineRole.Tags or LineRole.Disclaimer => -80,
            LineRole.Editor => -120,
            LineRole.Breadcrumb => -200,
            LineRole.ListHeading => IsHeadingOfProse(units, index) ? -4 : unit.Verdict.As == "popular" ? -120 : -400,
            _ => -400,
        };
    }

    // 延伸阅读 above a paragraph is a heading of the article; above titles it heads a list.
    private static bool IsHeadingOfProse(IReadOnlyList<TextUnit> units, int index)
    {
        const int longParagraph = 60;
        if (index + 1 >= units.Count || units[index + 1] is not { Role: LineRole.Prose } next || !LineShape.EndsSentence(next.Text))
        {
            return false;
        }

        return units[index].Text.StartsWith('【') || (next.Weight >= longParagraph && index > 0 && units[index - 1].Role is LineRole.Prose or LineRole.Caption);
    }

    private static int Precursors(IReadOnlyList<TextUnit> units, int first)
    {
        const int reach = 20;
        const int worth = 200;
        var from = Math.Max(0, first - reach);
        var meta = Enumerable.Range(from, first - from).Any(i => units[i].Role == LineRole.Meta);
        var title = first > 0 && Enumerable.Range(from, first - from).Any(i => i > 0 && HeadlineFinder.IsTitleOf(units[i].Text, units[0].Text));
        return (meta ? worth : 0) + (title ? worth : 0);
    }

    // A brief of one short sentence scores nothing as prose; below a headline or a line of metadata it is the body.
    private static BodyRange? ShortBody(IReadOnlyList<TextUnit> units)
    {
        var first = -1;
        for (var i = 1; i < units.Count && units[i].Role is not (LineRole.End or LineRole.ListHeading); i++)
        {
            if (units[i].Role is LineRole.Short or LineRole.Prose && units[i].Weight >= 4)
            {
                first = first < 0 ? i : first;
            }
        }

        return first < 0 ? null : BodyEdges.Settle(units, new(first, first));
    }
}
