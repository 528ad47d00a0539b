using NewsPortal.Core.Importing.Lines;
using NewsPortal.Core.Importing.Text;

namespace NewsPortal.Core.Importing.Html;

/// <summary>
/// The headline: the line above the body that the page's own titles repeat, without the site's name that they carry; else
/// the heading nearest to the body; else the cleaned title. What a page that is not Chinese states for other programs
/// outranks what it shows, as with its other fields (<see cref="StatedHeadline"/>).
/// </summary>
internal static class PageHeadline
{
    private const int Enough = 20;

    /// <summary>Reads it into the article and marks its block.</summary>
    /// <returns>Index of its block; -1 where the page shows none.</returns>
    public static int Read(HtmlPage page)
    {
        var body = BodyBlocks.Range(page);
        page.BodyBlocks = body;
        var titles = Stated(page.Metadata);
        var until = FirstProse(page, body, titles);
        page.FirstParagraph = until;
        const int mostCandidates = 600;
        var best = Enumerable.Range(Math.Max(0, until - mostCandidates), Math.Min(mostCandidates, until))
            .Where(i => page.Blocks[i].CanBeHeadline)
            .Select(i => (Index: i, Score: Score(page, i, until, titles)))
            .OrderByDescending(c => c.Score).ThenByDescending(c => c.Index)
            .FirstOrDefault((Index: -1, Score: 0));
        page.HeadlineIndex = best.Score >= Enough ? best.Index : -1;
        if (page.HeadlineIndex < 0)
        {
            FromTitle(page, titles.All);
        }
        else
        {
            Take(page, best.Index, titles);
        }

        StatedHeadline.Read(page);
        return page.HeadlineIndex;
    }

    private static void Take(HtmlPage page, int index, StatedTitles titles)
    {
        var block = page.Blocks[index];
        var text = block.Text;
        page.Field(block, "headline", block.IsHeading ? "heading above the body that the page's title repeats" : "line above the body that the page's title repeats");
        if (index + 1 < page.Blocks.Count && page.Blocks[index + 1] is { CanBeHeadline: true } next
            && ((block.IsHeading && next.Owner == block.Owner) || (!IsTitle(text, titles) && IsTitle(text + next.Text, titles))))
        {
            text = next.Text.StartsWith('—') ? text + next.Text : $"{text} {next.Text}";
            page.Field(next, "headline", "second line of the headline");
        }

        page.Article.Headline = WithoutKicker(page, text, titles.All);
    }

    // A heading may hold the kicker as well; the page's title then is its end.
    private static string WithoutKicker(HtmlPage page, string text, List<string> titles)
    {
        var title = titles.Find(t => text.Length > t.Length + 3 && t.Length * 2 > text.Length && text.EndsWith(t, StringComparison.Ordinal) && !char.IsLetterOrDigit(text[^(t.Length + 1)]));
        if (title is null)
        {
            return text;
        }

        page.Article.Kicker ??= text[..^title.Length].Trim(' ', ':', '：', '|', '-', '–');
        page.Origin("kicker", "what stands before the title in the heading");
        return title;
    }

    private static void FromTitle(HtmlPage page, List<string> titles)
    {
        if (titles.Count == 0)
        {
            return;
        }

        page.Article.Headline = SiteName.Strip(titles[0], page.Metadata.First("og:site_name") ?? page.Metadata.Json.Publisher);
        page.Origin("headline", "the page's title without the site's name");
    }

    // The head's titles, the most likely to be without the site's name first.
    private static List<string> Titles(PageMetadata head) =>
        new[] { head.Json.Headline, head.First("og:title"), head.First("twitter:title", "dc.title", "articletitle", "headline"), head.Title }
            .OfType<string>().Where(t => t.Length is > 0 and <= 400).ToList();

    // Titles and what of them a line can be; two short titles may be compared whole.
    private sealed record StatedTitles(List<string> All, TitleForms Forms, HashSet<string> Letters);

    private static StatedTitles Stated(PageMetadata head)
    {
        var all = Titles(head);
        return new(all, new TitleForms(all), [.. all.Select(LineShape.Letters)]);
    }

    private static bool IsTitle(string text, StatedTitles titles) => titles.Forms.Hold(text) || titles.Letters.Contains(LineShape.Letters(text));

    private static int FirstProse(HtmlPage page, (int First, int End) body, StatedTitles titles)
    {
        for (var i = body.First; i < body.End; i++)
        {
            if (page.Blocks[i].IsProse && !page.Blocks[i].IsAside && page.Blocks[i].Weight >= 20 && !IsTitle(page.Blocks[i].Text, titles))
            {
                return i;
            }
        }

        return Math.Min(body.First + 1, page.Blocks.Count);
    }

    private static double Score(HtmlPage page, int index, int until, StatedTitles titles)
    {
        var block = page.Blocks[index];
        var score = block.Owner.LocalName switch { "h1" => 24.0, "h2" => 12, "h3" => 6, _ => 0 };
        score += IsTitle(block.Text, titles) || (index + 1 < page.Blocks.Count && IsTitle(block.Text + page.Blocks[index + 1].Text, titles)) ? 30 : Shares(block.Text, titles) ? 12 : 0;
        score += titles.All.Count == 0 && block.Weight is >= 5 and <= 40 && until - index <= 3 ? 20 : 0;
        score -= block.IsAside ? 8 : 0;
        score -= block.LinkShare > 0.8 ? 10 : 0;
        score -= Math.Min(10, (until - index) / 12.0);
        score -= block.Weight < 5 ? 6 : 0;
        score -= block.Role is LineRole.End or LineRole.ListHeading or LineRole.Meta ? 12 : 0;
        return score;
    }

    // The title says more or less than the line, but they speak of the same.
    private static bool Shares(string text, StatedTitles titles)
    {
        var letters = LineShape.Letters(text);
        return letters.Length >= 8 && titles.Letters.Any(title => (title.Contains(letters, StringComparison.Ordinal) || (title.Length >= 8 && letters.Contains(title, StringComparison.Ordinal))));
    }
}
