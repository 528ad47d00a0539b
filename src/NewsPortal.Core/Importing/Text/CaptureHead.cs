using NewsPortal.Core.Importing.Lines;

namespace NewsPortal.Core.Importing.Text;

/// <summary>The headline, and what of the lines round it repeats it or stands for kicker and subheadline.</summary>
internal static class CaptureHead
{
    /// <summary>Reads it into the article.</summary>
    /// <returns>Index of the headline's unit; -1 where the text has none.</returns>
    public static int Read(Capture capture)
    {
        var (index, rule) = HeadlineFinder.Find(capture.Units, capture.Body.First);
        if (index < 0)
        {
            return -1;
        }

        var unit = capture.Units[index];
        capture.Field(unit, "headline", rule);
        var labelled = unit.Meta?.Fields.FirstOrDefault(f => f.Field == MetaFieldKind.Headline)?.Value;
        capture.Article.Headline = capture.Restore(WithoutSite(labelled ?? HeadlineFinder.Text(capture.Units, index)));
        return index;
    }

    /// <summary>Reads kicker and subheadline: short lines without an end mark between the headline and the first paragraph.</summary>
    /// <returns>Short lines that are too many for that: the first of the body.</returns>
    public static List<TextUnit> ReadDecks(Capture capture, IReadOnlyList<TextUnit> candidates)
    {
        const int mostLines = 3;
        var rest = new List<TextUnit>();
        if (candidates.Count > mostLines)
        {
            foreach (var unit in candidates)
            {
                capture.Drop(unit, "line", "one of many short lines before the body");
            }

            return rest;
        }

        foreach (var unit in candidates)
        {
            if (HeadlineFinder.Repeats(unit.Text, capture.Article.Headline))
            {
                capture.Field(unit, "headline", "second half of the headline");
            }
            else if (HeadlineFinder.IsDashed(unit) && capture.Article.Subheadline is null)
            {
                capture.Article.Subheadline = capture.Restore(unit.Text.TrimStart('—', ' '));
                capture.Field(unit, "subheadline", "line below the headline that opens with a dash");
            }
            else if (capture.Article.Kicker is null)
            {
                capture.Article.Kicker = capture.Restore(unit.Text);
                capture.Field(unit, "kicker", "short line without an end mark before the first paragraph");
            }
            else if (capture.Article.Subheadline is null)
            {
                capture.Article.Subheadline = capture.Restore(unit.Text);
                capture.Field(unit, "subheadline", "second short line without an end mark before the first paragraph");
            }
            else
            {
                rest.Add(unit);
            }
        }

        return rest;
    }

    // 标题_某网 with the site's name behind a mark that no headline uses.
    private static string WithoutSite(string headline)
    {
        const int longestSite = 16;
        var mark = headline.LastIndexOf('_');
        var cut = mark > 0 && headline.Length - mark <= longestSite && LineShape.Weight(headline[..mark]) >= 6 ? headline[..mark] : headline;
        return cut.Length < headline.Length ? WithoutSite(cut.TrimEnd('_', ' ')) : headline;
    }
}
