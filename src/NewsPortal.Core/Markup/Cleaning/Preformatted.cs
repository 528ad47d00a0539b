using System.Text;
using AngleSharp.Dom;

namespace NewsPortal.Core.Markup.Cleaning;

/// <summary>The text of a <c>pre</c>, line ends and blanks kept, colouring taken off.</summary>
internal static class Preformatted
{
    public static string Text(IElement pre)
    {
        var text = new StringBuilder();
        var node = pre.FirstChild;
        // Walked without recursion: a listing's colouring nests as deep as it likes.
        while (node is not null)
        {
            if (node is IText run) text.Append(run.Data);
            else if (node is IElement { LocalName: "br" }) text.Append('\n');
            var skip = node is IElement element && AllowedElements.Dropped.Contains(element.LocalName);
            node = !skip && node.FirstChild is not null ? node.FirstChild : Next(node, pre);
        }

        var lines = SafeText.WithoutForbidden(text.ToString()).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return WithoutBlankEnds(lines);
    }

    private static INode? Next(INode node, IElement root)
    {
        while (node != root)
        {
            if (node.NextSibling is { } next) return next;
            if (node.Parent is not { } parent) return null;
            node = parent;
        }

        return null;
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
