using Markdig.Syntax;
using NewsPortal.Core.Importing.Ledgers;

namespace NewsPortal.Core.Importing.MarkdownFiles;

/// <summary>Where the blocks of a body stand in the file that holds it below a front matter.</summary>
/// <param name="ledger">The file's ledger.</param>
/// <param name="body">The body that was parsed: as long in lines as the file's, not always in characters.</param>
/// <param name="linesAbove">Lines above the body.</param>
internal sealed class MarkdownLines(LineLedger ledger, string body, int linesAbove)
{
    private readonly LineLedger bodyLines = new(body, string.Empty);

    public int First(Block block) => linesAbove + block.Line + 1;

    public int Last(Block block) => Math.Max(First(block), linesAbove + bodyLines.LineOf(block.Span.End));

    public void Mark(Block block, Fate fate, string? field, string reason) => ledger.Mark(First(block), Last(block), fate, field, reason);

    /// <summary>The addresses that links refer to by name stand in the links, not in the text.</summary>
    public void MarkDefinitions(MarkdownDocument document)
    {
        var group = document.GetLinkReferenceDefinitions(addGroup: false);
        foreach (var definition in group.OfType<LinkReferenceDefinition>().Where(definition => definition.Span.End > 0))
            Mark(definition, Fate.Dropped, null, "address of a link, kept in the link");
    }
}
