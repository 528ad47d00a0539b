using NewsPortal.Core.Importing.Lines;

namespace NewsPortal.Core.Importing.Html;

/// <summary>The lines of metadata that a page shows: between headline and body, then below the body, then above the headline.</summary>
internal sealed class PageMetaLines
{
    private const int ReachAbove = 6;
    private const int ReachBelow = 25;
    private readonly HtmlPage page;
    private readonly List<PageBlock> lines;
    private readonly HashSet<PageBlock> head = [];

    public PageMetaLines(HtmlPage page)
    {
        this.page = page;
        lines = [.. Indices().Select(i => page.Blocks[i])];
    }

    /// <summary>The lines before the body's first paragraph, nearest to the headline first.</summary>
    public IEnumerable<PageBlock> Head => lines.Where(head.Contains);

    /// <summary>Every line, in order of trust.</summary>
    public IReadOnlyList<PageBlock> All => lines;

    /// <summary>Fields of a kind, in order of trust.</summary>
    public IEnumerable<(PageBlock Block, MetaField Field)> Fields(MetaFieldKind kind) =>
        lines.Where(b => b.Meta is not null).SelectMany(b => b.Meta!.Fields.Where(f => f.Field == kind).Select(f => (b, f)));

    /// <summary>A line that is nothing but an organisation's name, beside the line with the date.</summary>
    public PageBlock? SourceLine()
    {
        for (var i = Math.Max(1, page.HeadlineIndex + 1); i < page.FirstParagraph && i + 1 < page.Blocks.Count; i++)
        {
            var block = page.Blocks[i];
            if (block.Role == LineRole.Short && block.Weight <= 12 && Outlet.IsOne(block.Text)
                && (page.Blocks[i - 1].Meta?.Published is not null || page.Blocks[i + 1].Meta?.Published is not null))
            {
                return block;
            }
        }

        return null;
    }

    private static bool IsInComments(PageBlock block)
    {
        for (var element = block.Owner; element is not null && block.IsAside; element = element.ParentElement)
        {
            if (ElementHints.SaysComments(element))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<int> Indices()
    {
        var below = page.HeadlineIndex < 0 ? Math.Max(0, page.FirstParagraph - 12) : page.HeadlineIndex + 1;
        var between = Enumerable.Range(below, Math.Max(0, page.FirstParagraph - below)).ToList();
        var above = Enumerable.Range(0, Math.Max(0, below - 1)).Reverse().Take(ReachAbove).TakeWhile(i => page.Blocks[i].Role != LineRole.Breadcrumb).ToList();
        head.UnionWith(between.Concat(above).Select(i => page.Blocks[i]));
        var inside = Enumerable.Range(page.FirstParagraph, Math.Max(0, page.BodyBlocks.End - page.FirstParagraph)).Where(i => !IsInComments(page.Blocks[i]) && page.Blocks[i].Meta?.Fields.Any(f => f.Labelled) == true);
        var after = Enumerable.Range(page.BodyBlocks.End, Math.Min(ReachBelow, page.Blocks.Count - page.BodyBlocks.End)).TakeWhile(i => page.Blocks[i].Role is not (LineRole.ListHeading or LineRole.End)).Where(i => !IsInComments(page.Blocks[i]));
        return between.Concat(inside).Concat(after).Concat(above);
    }
}
