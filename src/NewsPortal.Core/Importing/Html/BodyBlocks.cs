using System.Text.RegularExpressions;
using NewsPortal.Core.Importing.Lines;
using NewsPortal.Core.Importing.StatedTimes;
using NewsPortal.Core.Importing.Text;

namespace NewsPortal.Core.Importing.Html;

/// <summary>Chooses, inside the body's element, the blocks that are the article; the rest gets its reason.</summary>
internal static partial class BodyBlocks
{
    /// <summary>The blocks inside the body's element: index of the first, and of the first behind them.</summary>
    public static (int First, int End) Range(HtmlPage page)
    {
        var (first, end) = (-1, 0);
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            if (page.Body == page.Blocks[i].Owner || page.Body.Contains(page.Blocks[i].Owner))
            {
                first = first < 0 ? i : first;
                end = i + 1;
            }
        }

        return (Math.Max(0, first), end);
    }

    /// <summary>Chooses them.</summary>
    public static List<PageBlock> Choose(HtmlPage page)
    {
        var (first, end) = page.BodyBlocks;
        DropOutside(page, 0, first, "above-body", "stands above the body");
        DropOutside(page, end, page.Blocks.Count, "after-body", "stands below the body");
        var start = Math.Max(first, page.HeadlineIndex + 1);
        DropOutside(page, first, start, "navigation", "stands above the headline");
        var (lead, last) = ProseRange(page, start, end);
        var kept = new List<PageBlock>();
        var inList = false;
        AngleSharp.Dom.IElement? teaser = null;
        for (var i = start; i < end; i++)
        {
            var block = page.Blocks[i];
            if (IsOver(page, i, last))
            {
                DropOutside(page, i, end, block.Verdict.As, "the article ends above: " + block.Verdict.Rule);
                break;
            }

            inList = block.Role == LineRole.ListHeading ? !HeadsProse(page, i) : inList && !(block.IsProse && block.LinkShare < 0.3);
            teaser = IsTeaser(page, i, lead) ? block.Owner.ParentElement : teaser;
            if (i == lead && IsStandfirst(page, i))
            {
                page.Field(block, "summary", "equals the page's description and stands above the date");
            }
            else if (teaser is not null && teaser.Contains(block.Owner))
            {
                page.Drop(block, "teaser", "headline of another article with a link to it");
            }
            else if (Reason(page, i, lead, last, inList) is { } reason)
            {
                page.Drop(block, reason.As, reason.Rule);
            }
            else
            {
                kept.Add(block);
                page.Keep(block, block.IsHeading ? "heading" : block.Role == LineRole.Caption ? "caption" : "paragraph", "in the body's element");
            }
        }

        DropBareHeadings(page, kept);
        return kept;
    }

    // A heading with nothing of the article below it headed a list, a form or comments that were taken out.
    private static void DropBareHeadings(HtmlPage page, List<PageBlock> kept)
    {
        for (var i = kept.Count - 1; i >= 0; i--)
        {
            var block = kept[i];
            if (block.IsHeading && (i == kept.Count - 1 || HeadsLinks(page, block)))
            {
                kept.RemoveAt(i);
                page.Drop(block, "list-heading", "heading with nothing of the article below it");
            }
        }
    }

    private static bool HeadsLinks(HtmlPage page, PageBlock heading)
    {
        var next = page.IndexOf(heading) + 1;
        return next < page.Blocks.Count && page.Blocks[next] is { LinkShare: > 0.8 } link && !page.IsKept(link) && !IsAddress(link.Text);
    }

    // A heading that is a link leads to another article; what stands in the same part of the page speaks of that one.
    private static bool IsTeaser(HtmlPage page, int index, int lead)
    {
        var block = page.Blocks[index];
        return index > lead && block.IsHeading && block.LinkShare > 0.9 && block.Weight >= 6
            && block.Owner.ParentElement is { } parent && parent != page.Body && !parent.Contains(page.Blocks[lead].Owner);
    }

    private static void DropOutside(HtmlPage page, int from, int to, string taken, string rule)
    {
        for (var i = from; i < to; i++)
        {
            if (i != page.HeadlineIndex && !page.IsField(page.Blocks[i]))
            {
                page.Drop(page.Blocks[i], taken, rule);
            }
        }
    }

    private static (int First, int Last) ProseRange(HtmlPage page, int start, int end)
    {
        var (first, last) = (end, -1);
        for (var i = start; i < end; i++)
        {
            if (page.Blocks[i].IsProse && !page.Blocks[i].IsAside && !IsCaption(page.Blocks[i]))
            {
                first = Math.Min(first, i);
                last = i;
            }
        }

        return (first, last);
    }

    // Comments, previous/next and footers end the article where hardly any prose of its own follows them.
    private static bool IsOver(HtmlPage page, int index, int last)
    {
        var block = page.Blocks[index];
        if (block.Role != LineRole.End && (block.Role != LineRole.ListHeading || HeadsProse(page, index)))
        {
            return false;
        }

        var before = page.ProseBetween(page.BodyBlocks.First, index);
        if (block.Verdict.As == "comments" && before >= 60)
        {
            return true;
        }

        return before > 0 && page.ProseBetween(index + 1, last + 1) * 3 <= before;
    }

    private static bool HeadsProse(HtmlPage page, int index) =>
        index + 1 < page.BodyBlocks.End && page.Blocks[index + 1] is { IsProse: true, Weight: >= 40, LinkShare: < 0.3, IsAside: false };

    private static (string As, string Rule)? Reason(HtmlPage page, int index, int lead, int last, bool inList)
    {
        var block = page.Blocks[index];
        if (block.IsAside)
        {
            return ("aside", "its markup names it as something else than the article");
        }

        switch (block.Role)
        {
            case LineRole.Tool or LineRole.Breadcrumb or LineRole.Disclaimer or LineRole.End or LineRole.OriginalTitle or LineRole.Editor or LineRole.Tags or LineRole.PictureMark or LineRole.PictureCredit:
                return (block.Verdict.As, block.Verdict.Rule);
            case LineRole.ListHeading when inList:
                return (block.Verdict.As, block.Verdict.Rule);
            case LineRole.Meta when index < lead || block.Meta!.Fields.Any(f => f.Labelled) || index > last:
                return (block.Verdict.As, block.Verdict.Rule);
            case LineRole.SignOff when index < lead && (lead >= page.Blocks.Count || !IsBeside(block, page.Blocks[lead])):
                return ("byline", block.Verdict.Rule);
        }

        if (IsOtherArticle(page, index, lead) || IsRepeated(page, index, lead))
        {
            return ("repeated", "repeats a line above, or belongs to another article of the page");
        }

        if (inList)
        {
            return ("list", "title in a list of other articles");
        }

        if (HeadlineFinder.Repeats(block.Text, page.Article.Headline) && index <= lead + 1)
        {
            return ("headline-repeated", "repeats the headline");
        }

        if (block.LinkShare > 0.8 && !block.IsHeading && block.Weight < 60 && !(IsAddress(block.Text) && lead < page.Blocks.Count && IsBeside(block, page.Blocks[lead])))
        {
            return ("link", "nothing but a link to something else");
        }

        return index < lead ? Before(page, block, lead) : index <= lead + 4 && IsHeadLine(page, block) ? ("byline", "byline or date beside the first paragraph") : index > last ? After(page, index, last) : null;
    }

    // An address printed out is something to read, not a button.
    private static bool IsAddress(string text) => text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static bool IsCaption(PageBlock block) => block.Role == LineRole.Caption || ElementHints.SaysCaption(block.Owner);

    private static bool IsHeadLine(HtmlPage page, PageBlock block)
    {
        const int longest = 24;
        return !block.IsProse && !block.IsHeading && (IsLabel(block) || IsDateLine(page, block) || WesternByline.IsOne(block.Text) || (block.Weight < longest && !block.Text.Any(LineShape.IsHan) && StatedTimeParser.Find(block.Text, page.Zone) is not null));
    }

    // Author: / Date: above their values.
    private static bool IsLabel(PageBlock block) => block.Weight <= 6 && block.Owner.LocalName is "dt" or "label" && block.Text[^1] is ':' or '：';

    // A line that begins with the date and says no sentence: 2026年11月2日 09:45海桥晚报记者 许知夏.
    private static bool IsDateLine(HtmlPage page, PageBlock block) =>
        block.Weight < 48 && !LineShape.EndsSentence(block.Text) && (StatedTimeParser.Find(block.Text, page.Zone) is { Start: 0 } || DayOrMonthFirst().IsMatch(block.Text));

    private static bool IsStandfirst(HtmlPage page, int index) =>
        index + 1 < page.BodyBlocks.End && !page.Blocks[index + 1].IsProse && (IsDateLine(page, page.Blocks[index + 1]) || IsLabel(page.Blocks[index + 1]))
        && (page.Metadata.First("og:description", "description") ?? page.Metadata.Json.Description) is { } description
        && LineShape.Letters(description) == LineShape.Letters(page.Blocks[index].Text);

    private static (string As, string Rule)? Before(HtmlPage page, PageBlock block, int lead)
    {
        const int longLine = 24;
        var isContent = block.IsHeading || block.Role is LineRole.Caption or LineRole.Heading || LineShape.EndsSentence(block.Text)
            || (block.Text.Any(LineShape.IsHan) && (block.Weight >= 5 || block.Text[^1] is '：' or ':'))
            || (block.Weight >= longLine && lead < page.Blocks.Count && IsBeside(block, page.Blocks[lead]));
        isContent |= IsPlace(block, page, lead);
        return isContent && !WesternByline.IsOne(block.Text) && (block.Weight >= longLine || StatedTimeParser.Find(block.Text, page.Zone) is null)
            ? null : ("line", "short line before the first paragraph");
    }

    // The place where a report was written, on a line of its own right above it.
    private static bool IsPlace(PageBlock block, HtmlPage page, int lead) =>
        lead < page.Blocks.Count && page.IndexOf(block) == lead - 1 && block.Owner.LocalName == "p" && block.Text.Length <= 40
        && block.Text.All(c => char.IsLetter(c) || c is ' ' or ',' or '.') && char.IsUpper(block.Text[0]) && block.Owner.ParentElement == page.Blocks[lead].Owner.ParentElement;

    // The paragraph's sibling, or an item of a list or table that is its sibling.
    private static bool IsBeside(PageBlock block, PageBlock paragraph)
    {
        var home = paragraph.Owner.ParentElement;
        var parent = block.Owner.ParentElement;
        return parent is not null && (block.Owner == paragraph.Owner || parent == home
            || (block.Owner.LocalName is "li" or "td" or "th" or "dd" or "dt" && (parent.ParentElement == home || parent.ParentElement?.ParentElement == home || parent.ParentElement?.ParentElement?.ParentElement == home)));
    }

    // Pages that load one article after another keep each in an element of its own.
    private static bool IsOtherArticle(HtmlPage page, int index, int lead)
    {
        if (lead >= page.Blocks.Count || index <= lead)
        {
            return false;
        }

        var first = page.Blocks[lead].Owner.Closest("article");
        var own = page.Blocks[index].Owner.Closest("article");
        return first is not null && own is not null && first != own && !first.Contains(own) && !own.Contains(first);
    }

    // The same words twice: a slide show's captions for small and large screens, a quotation set apart.
    private static bool IsRepeated(HtmlPage page, int index, int lead)
    {
        const int reach = 40;
        const int shortest = 8;
        var block = page.Blocks[index];
        if (block.Weight < shortest || block.Role == LineRole.Prose && block.Weight < 16)
        {
            return false;
        }

        for (var i = Math.Max(Math.Min(lead, index), index - reach); i < index; i++)
        {
            if (page.Blocks[i].Weight == block.Weight && page.Blocks[i].Text == block.Text && !page.Blocks[i].IsAside)
            {
                return true;
            }
        }

        return false;
    }

    private static (string As, string Rule)? After(HtmlPage page, int index, int last)
    {
        var block = page.Blocks[index];
        var isContent = block.Role is LineRole.Caption or LineRole.SignOff || LineShape.EndsSentence(block.Text) || block.Text[0] is '（' or '('
            || (last >= 0 && block.LinkShare < 0.5 && block.Weight >= (block.Owner.LocalName == "p" ? 2 : 3) && IsBeside(block, page.Blocks[last])) || (index == last + 1 && block.Weight >= 4 && block.Text.Any(LineShape.IsHan) && block.LinkShare < 0.2);
        return isContent ? null : ("line", "short line after the last paragraph");
    }

    // 05/10/2018 is one day here and another there, but a date everywhere.
    [GeneratedRegex(@"^\d{1,2}[./-]\d{1,2}[./-]\d{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex DayOrMonthFirst();
}
