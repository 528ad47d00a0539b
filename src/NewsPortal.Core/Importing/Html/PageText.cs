using System.Text;
using AngleSharp.Dom;

namespace NewsPortal.Core.Importing.Html;

/// <summary>The visible text of a page in document order, and the blocks that it is made of.</summary>
internal sealed class PageText
{
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "head", "title", "svg", "math", "canvas", "object", "embed", "iframe",
        "select", "datalist", "textarea", "audio", "video", "map", "noframes",
    };

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
        "label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
        "time", "tt", "u", "var", "wbr", "button", "img",
    };

    private readonly StringBuilder visible = new();
    private readonly StringBuilder line = new();
    private readonly List<IText> nodes = [];
    private readonly TimeZoneInfo zone;
    private readonly HiddenParts hidden;
    private int linkLength;

    private PageText(TimeZoneInfo zone, HiddenParts hidden) => (this.zone, this.hidden) = (zone, hidden);

    public List<PageBlock> Blocks { get; } = [];

    /// <summary>The blocks' texts, one a line.</summary>
    public string Visible => visible.ToString();

    /// <summary>Reads a page.</summary>
    /// <param name="body">Its body.</param>
    /// <param name="hidden">Elements that a browser would not show.</param>
    /// <param name="zone">The zone of times without an offset.</param>
    public static PageText Of(IElement body, HiddenParts hidden, TimeZoneInfo zone)
    {
        var text = new PageText(zone, hidden);
        text.Walk(body, body, false);
        text.Break(body);
        return text;
    }

    private void Walk(IElement parent, IElement owner, bool isLink)
    {
        // By index: the tree looks for a node's next sibling from the first one on.
        var nodes = parent.ChildNodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            if (node is IText text)
            {
                Add(text, isLink);
            }
            else if (node is IElement element && !Unseen.Contains(element.LocalName) && !hidden.Contains(element))
            {
                Enter(element, owner, isLink);
            }
        }
    }

    private void Enter(IElement element, IElement owner, bool isLink)
    {
        if (element.LocalName is "br" or "hr" or "input")
        {
            Break(owner);
        }
        else if (Inline.Contains(element.LocalName))
        {
            Walk(element, owner, isLink || (element.LocalName == "a" && element.HasAttribute("href")));
        }
        else
        {
            Break(owner);
            Walk(element, element, isLink);
            Break(element);
        }
    }

    private void Add(IText text, bool isLink)
    {
        var before = line.Length;
        foreach (var c in text.Data)
        {
            if (IsNothing(c))
            {
                continue;
            }

            if (!IsSpace(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        if (line.Length > before || text.Data.Length > 0)
        {
            nodes.Add(text);
        }

        linkLength += isLink ? line.Length - before : 0;
    }

    private void Break(IElement owner)
    {
        var text = line.ToString().Trim();
        if (text.Length > 0)
        {
            Blocks.Add(new(text, visible.Length, linkLength, [.. nodes], owner, zone));
            visible.Append(text).Append('\n');
        }

        line.Clear();
        nodes.Clear();
        linkLength = 0;
    }

    // Private-use characters are icons of a font that the reader does not have.
    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is >= '\uE000' and <= '\uF8FF';

    // Soft hyphens, joiners and direction marks have no width.
    private static bool IsNothing(char c) => c is '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F' or '\u2060';
}
