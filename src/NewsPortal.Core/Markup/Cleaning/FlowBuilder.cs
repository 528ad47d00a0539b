namespace NewsPortal.Core.Markup.Cleaning;

/// <summary>Gathers the blocks of one container: text becomes paragraphs, pictures inside text become figures beside it.</summary>
internal sealed class FlowBuilder
{
    private readonly List<FlowNode> nodes = [];
    private readonly List<InlinePiece> raw = [];
    private readonly List<FigureNode> waiting = [];
    private bool atLineStart = true;

    public void Text(string text, InlineFormat? format)
    {
        var kept = SafeText.WithoutForbidden(text);
        if (kept.Length == 0) return;
        raw.Add(new InlinePiece(kept, format));
        if (!string.IsNullOrWhiteSpace(kept)) atLineStart = false;
    }

    public void Break(InlineFormat? format)
    {
        raw.Add(new InlinePiece(InlineTidy.Break.ToString(), format));
        if (waiting.Count > 0) EndParagraph();
        atLineStart = true;
    }

    /// <summary>A picture at the start of a line stands where it is; one inside a sentence waits for its end.</summary>
    public void Picture(FigureNode figure)
    {
        if (atLineStart) EndParagraph();
        waiting.Add(figure);
        if (atLineStart) EndParagraph();
    }

    /// <summary>Ends the running paragraph, if there is one.</summary>
    public void EndParagraph()
    {
        foreach (var pieces in InlineTidy.Paragraphs(raw)) nodes.Add(new ProseNode("p", pieces));
        raw.Clear();
        nodes.AddRange(waiting);
        waiting.Clear();
        atLineStart = true;
    }

    public void Add(FlowNode node)
    {
        EndParagraph();
        nodes.Add(node);
    }

    public void AddRange(IEnumerable<FlowNode> more)
    {
        EndParagraph();
        nodes.AddRange(more);
    }

    /// <summary>The blocks, rules at either end and repeated ones taken out.</summary>
    public List<FlowNode> Finish()
    {
        EndParagraph();
        return WithoutLooseRules(nodes);
    }

    public static List<FlowNode> WithoutLooseRules(IReadOnlyCollection<FlowNode> nodes)
    {
        var tidy = new List<FlowNode>(nodes.Count);
        foreach (var node in nodes)
            if (node is not RuleNode || (tidy.Count > 0 && tidy[^1] is not RuleNode)) tidy.Add(node);
        if (tidy.Count > 0 && tidy[^1] is RuleNode) tidy.RemoveAt(tidy.Count - 1);
        return tidy;
    }
}
