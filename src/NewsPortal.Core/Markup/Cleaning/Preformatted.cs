using System.Text;
using AngleSharp.Dom;

namespace NewsPortal.Core.Markup.Cleaning;

/// <summary>The text of a <c>pre</c>, line ends and blanks kept, colouring taken off.</summary>
internal static class Preformatted
{
    public static string Text(IElement pre)
    {
        var text = new StringBuilder();

        // Walked without recursion: a listing's colouring nests as deep as it likes.
        var open = new Stack<(INodeList Nodes, int At)>();
        open.Push((pre.ChildNodes, 0));
        while (open.TryPop(out var place))
        {
            if (place.At == place.Nodes.Length) continue;
            open.Push((place.Nodes, place.At + 1));
            var node = place.Nodes[place.At];
            if (node is IText run) text.Append(run.Data);
            else if (node is IElement { LocalName: "br" }) text.Append('\n');
            else if (node is IElement element && !AllowedElements.Dropped.Contains(element.LocalName)) open.Push((element.ChildNodes, 0));
        }

        var lines = SafeText.WithoutForbidden(text.ToString()).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return WithoutBlankEnds(lines);
    }

    private static string WithoutBlankEnds(string text)
    {
        var end = text.AsSpan().TrimEnd().Length;
        var start = 0;
        for (var i = 0; i < end && char.IsWhiteSpace(text[i]); i++)
            if (text[i] == '\n') start = i + 1;
        return end == 0 ? string.Empty : text[start..end];
    }
}
