using AngleSharp.Dom;
using NewsPortal.Core.Importing;

namespace NewsPortal.Core.Markup.Cleaning;

/// <summary>Walks a parsed tree and builds the blocks that may be shown. Nothing of the tree itself is kept.</summary>
internal sealed class ElementReader(RenderingOptions options)
{
    // The stack that a level costs is small; the depth at which it would end is in the tens of thousands. Real pages stay
    // below 100.
    private const int DeepestNesting = 400;

    public List<FlowNode> Read(IElement root)
    {
        var into = new FlowBuilder();
        if (root.LocalName is "body" or "html" or "article" or "main" or "div" or "section") Children(root, into, null, 0);
        else Element(root, into, null, 0);
        return into.Finish();
    }

    private void Children(INode parent, FlowBuilder into, InlineFormat? format, int depth)
    {
        if (depth > DeepestNesting) throw new RejectedInputException("the markup is too deeply nested: simplify it and import it again");

        // By index: the tree looks for a node's next sibling from the first one on.
        var nodes = parent.ChildNodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is IText text) into.Text(text.Data, format);
            else if (nodes[i] is IElement element) Element(element, into, format, depth + 1);
        }
    }

    private List<FlowNode> Inside(IElement element, InlineFormat? format, int depth)
    {
        var into = new FlowBuilder();
        Children(element, into, format, depth);
        return into.Finish();
    }

    private void Element(IElement element, FlowBuilder into, InlineFormat? format, int depth)
    {
        var name = element.LocalName;
        if (AllowedElements.Dropped.Contains(name) || IsHidden(element)) return;
        if (AllowedElements.Inline.TryGetValue(name, out var inline)) Inline(element, inline, into, format, depth);
        else if (AllowedElements.Heading(name) is { } heading) Heading(element, heading, into, format, depth);
        else if (AllowedElements.Players.TryGetValue(name, out var player)) Player(element, player, into);
        else if (AllowedElements.Blocks.Contains(name) || (name.Contains('-', StringComparison.Ordinal) && !AllowedElements.Pictures.Contains(name))) Block(element, into, format, depth);
        else Special(element, name, into, format, depth);
    }

    private void Special(IElement element, string name, FlowBuilder into, InlineFormat? format, int depth)
    {
        switch (name)
        {
            case "br": into.Break(format); break;
            case "hr": into.Add(new RuleNode()); break;
            case var picture when AllowedElements.Pictures.Contains(picture):
                if (PictureReader.Read(element, options) is { } figure) into.Picture(figure);
                break;
            case "a": Link(element, into, format, depth); break;
            case "ul" or "ol": List(element, name, into, format, depth); break;
            case "dl": Definitions(element, into, format, depth); break;
            case "blockquote":
                if (Inside(element, format, depth) is { Count: > 0 } quoted) into.Add(new GroupNode("blockquote", quoted));
                break;
            case "pre":
                if (Preformatted.Text(element) is { Length: > 0 } code) into.Add(new CodeNode(code));
                break;
            case "table":
                into.AddRange(new TableReader(Inside).Read(element, format, depth));
                break;
            case "figure": into.AddRange(Figure(element, format, depth)); break;
            case "input":
                if (element.GetAttribute("type") == "checkbox" && element.HasAttribute("disabled"))
                    into.Text(element.HasAttribute("checked") ? "☑" : "☐", format);
                break;
            case "q":
                into.Text("“", format);
                Children(element, into, format, depth);
                into.Text("”", format);
                break;
            default: Children(element, into, format, depth); break;
        }
    }

    private void Inline(IElement element, string tag, FlowBuilder into, InlineFormat? format, int depth)
    {
        var bare = tag is "rt" or "rp" && !InlineFormat.Has(format, "ruby");
        Children(element, into, bare ? format : InlineFormat.Add(format, tag), depth);
    }

    private void Link(IElement element, FlowBuilder into, InlineFormat? format, int depth)
    {
        if (element.ClassName == "footnote-back-ref") return;
        var address = LinkAddress.ForLink(element.GetAttribute("href"), options.BaseAddress);
        Children(element, into, address is null ? format : InlineFormat.Add(format, "a", address), depth);
    }

    private void Block(IElement element, FlowBuilder into, InlineFormat? format, int depth)
    {
        into.EndParagraph();
        Children(element, into, format, depth);
        into.EndParagraph();
    }

    private void Heading(IElement element, string tag, FlowBuilder into, InlineFormat? format, int depth)
    {
        var inside = Inside(element, format, depth);
        var line = InlineTidy.OneLine(inside.OfType<ProseNode>().Select(prose => prose.Pieces));
        if (line.Count > 0) into.Add(new ProseNode(tag, line));
        into.AddRange(inside.Where(node => node is not ProseNode));
    }

    private void List(IElement element, string name, FlowBuilder into, InlineFormat? format, int depth)
    {
        var items = new List<FlowNode>();
        var loose = new FlowBuilder();
        foreach (var child in element.ChildNodes)
        {
            if (child is IElement { LocalName: "li" } item && !IsHidden(item))
            {
                EndItem();
                if (Inside(item, format, depth + 1) is { Count: > 0 } blocks) items.Add(new GroupNode("li", blocks));
            }
            else if (child is IElement other) Element(other, loose, format, depth + 1);
            else if (child is IText text) loose.Text(text.Data, format);
        }

        EndItem();
        if (items.Count > 0) into.Add(new GroupNode(name, items, name == "ol" ? Start(element) : 1));

        void EndItem()
        {
            if (loose.Finish() is { Count: > 0 } blocks) items.Add(new GroupNode("li", blocks));
            loose = new FlowBuilder();
        }
    }

    private static int Start(IElement list) =>
        int.TryParse(list.GetAttribute("start"), out var start) && start is >= 0 and < 100_000 ? start : 1;

    private void Definitions(IElement element, FlowBuilder into, InlineFormat? format, int depth)
    {
        var items = new List<FlowNode>();
        Gather(element, depth);
        if (items.Count > 0) into.Add(new GroupNode("dl", items));

        void Gather(IElement parent, int level)
        {
            if (level > DeepestNesting) throw new RejectedInputException("the markup is too deeply nested: simplify it and import it again");
            foreach (var child in parent.Children)
            {
                if (child.LocalName == "div")
                {
                    Gather(child, level + 1);
                    continue;
                }

                if (AllowedElements.Dropped.Contains(child.LocalName) || IsHidden(child)) continue;
                var blocks = Inside(child, format, level + 1);
                if (child.LocalName == "dt")
                {
                    var term = InlineTidy.OneLine(blocks.OfType<ProseNode>().Select(prose => prose.Pieces));
                    if (term.Count > 0) items.Add(new ProseNode("dt", term));
                    blocks = FlowBuilder.WithoutLooseRules([.. blocks.Where(node => node is not ProseNode)]);
                }

                if (blocks.Count > 0) items.Add(new GroupNode("dd", blocks));
            }
        }
    }

    private List<FlowNode> Figure(IElement element, InlineFormat? format, int depth)
    {
        var caption = element.Children.FirstOrDefault(child => child.LocalName == "figcaption");
        var pieces = caption is null ? [] : CaptionOf(caption, depth);
        var into = new FlowBuilder();
        foreach (var node in element.ChildNodes)
        {
            if (node == caption) continue;
            if (node is IText text) into.Text(text.Data, format);
            else if (node is IElement child) Element(child, into, format, depth + 1);
        }

        var blocks = into.Finish();
        if (pieces.Count == 0) return blocks;
        var last = blocks.FindLastIndex(node => node is FigureNode);
        if (last < 0) blocks.Add(new ProseNode("p", pieces));
        else blocks[last] = FigureWithCaption((FigureNode)blocks[last], pieces);
        return blocks;
    }

    private IReadOnlyList<InlinePiece> CaptionOf(IElement caption, int depth) =>
        InlineTidy.OneLine(Inside(caption, null, depth + 1).OfType<ProseNode>().Select(prose => prose.Pieces));

    private static FigureNode FigureWithCaption(FigureNode figure, IReadOnlyList<InlinePiece> caption) =>
        new(figure.Picture with { Caption = InlineTidy.PlainText(caption) }, caption);

    private void Player(IElement element, string kind, FlowBuilder into)
    {
        var written = element.GetAttribute("src") ?? element.GetAttribute("data-src") ?? element.GetAttribute("data")
            ?? element.Children.FirstOrDefault(child => child.LocalName == "source")?.GetAttribute("src");
        if (LinkAddress.ForLink(written, options.BaseAddress) is not { } address || !LinkAddress.LeavesSite(address)) return;
        var title = element.GetAttribute("title") is { } given && !string.IsNullOrWhiteSpace(given) ? given : Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? $"{kind}（{uri.Host}）" : kind;
        var line = InlineTidy.OneLine([[new InlinePiece(SafeText.WithoutForbidden(title), InlineFormat.Add(null, "a", address))]]);
        if (line.Count > 0) into.Add(new ProseNode("p", line, Made: true));
    }

    // Only what an attribute says outright: style sheets are never read.
    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden")) return true;
        var style = element.GetAttribute("style");
        if (style is null) return false;
        var squeezed = style.Length > 2000 ? style[..2000] : style;
        return squeezed.Replace(" ", string.Empty, StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }
}
