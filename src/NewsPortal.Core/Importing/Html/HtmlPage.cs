using AngleSharp.Dom;
using NewsPortal.Core.Importing.Ledgers;

namespace NewsPortal.Core.Importing.Html;

/// <summary>A page while it is read: its visible blocks, its metadata, the article it becomes and its ledger.</summary>
internal sealed class HtmlPage
{
    private readonly LedgerBuilder ledger;
    private int[] prose = [];
    private readonly HashSet<PageBlock> fields = [];
    private readonly HashSet<PageBlock> kept = [];
    private readonly Dictionary<PageBlock, int> places = [];

    public HtmlPage(PageMetadata metadata, PageText text, IElement body, TimeZoneInfo zone)
    {
        Metadata = metadata;
        Blocks = text.Blocks;
        Visible = text.Visible;
        Body = body;
        Zone = zone;
        ledger = new(Visible);
    }

    public PageMetadata Metadata { get; }

    public IReadOnlyList<PageBlock> Blocks { get; }

    public string Visible { get; }

    public TimeZoneInfo Zone { get; }

    /// <summary>The element that holds the article's body.</summary>
    public IElement Body { get; }

    public ExtractedArticle Article { get; } = new();

    /// <summary>Index of the body's first block, and of the first one behind it.</summary>
    public (int First, int End) BodyBlocks { get; set; }

    /// <summary>Index of the headline's block; -1 where the page shows none.</summary>
    public int HeadlineIndex { get; set; } = -1;

    /// <summary>Index of the body's first paragraph: between it and the headline stands the page's own metadata.</summary>
    public int FirstParagraph { get; set; }

    /// <summary>Weight of the body's own prose between two blocks.</summary>
    public int ProseBetween(int from, int to)
    {
        if (prose.Length == 0)
        {
            prose = new int[Blocks.Count + 1];
            for (var i = 0; i < Blocks.Count; i++)
            {
                prose[i + 1] = prose[i] + (Blocks[i].IsProse && !Blocks[i].IsAside ? Blocks[i].Weight : 0);
            }
        }

        return to <= from ? 0 : prose[to] - prose[from];
    }

    public void Keep(PageBlock block, string taken, string reason)
    {
        kept.Add(block);
        ledger.Add(block.Start, block.Text.Length, Fate.Kept, taken, reason);
    }

    public void Drop(PageBlock block, string taken, string reason)
    {
        kept.Remove(block);
        ledger.Add(block.Start, block.Text.Length, Fate.Dropped, taken, reason);
    }

    /// <summary>True for a block of the body.</summary>
    public bool IsKept(PageBlock block) => kept.Contains(block);

    /// <summary>A block's place among all.</summary>
    public int IndexOf(PageBlock block)
    {
        if (places.Count == 0)
        {
            for (var i = 0; i < Blocks.Count; i++)
            {
                places[Blocks[i]] = i;
            }
        }

        return places[block];
    }

    /// <summary>Says that a block, or a part of it, became a field.</summary>
    public void Field(PageBlock block, string field, string rule, int start = 0, int? length = null)
    {
        fields.Add(block);
        ledger.Add(block.Start + start, length ?? block.Text.Length, Fate.Field, field, rule);
        Origin(field, rule, block);
    }

    /// <summary>True for a block that became a field.</summary>
    public bool IsField(PageBlock block) => fields.Contains(block);

    /// <summary>Notes where a field came from; what stands first stays.</summary>
    public void Origin(string field, string rule, PageBlock? block = null)
    {
        // The visible text has one block a line.
        var line = block is null ? 0 : Visible.AsSpan(0, block.Start).Count('\n') + 1;
        Article.Origins.TryAdd(field, new(line, line, rule));
    }

    /// <summary>Notes that a field was taken from elsewhere after all; the block that showed it stays its place.</summary>
    public void Restate(string field, string rule) =>
        Article.Origins[field] = Article.Origins.TryGetValue(field, out var shown) ? shown with { Rule = rule } : new(0, 0, rule);

    public void Finish()
    {
        Origin("body", $"{Body.LocalName} element that holds the paragraphs");
        Article.Ledger.AddRange(ledger.Build());
    }
}
