using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsPortal.Core.Text;
using NewsPortal.Core.Text.Differences;

namespace NewsPortal.Core.Publishing;

/// <summary>Gives the Chinese of an article its full-width marks back: what would change, and the text with it.</summary>
/// <param name="Html">The text with its marks.</param>
/// <param name="Blocks">The paragraphs, cells and captions that change, each with what goes and what comes.</param>
public sealed record PunctuationRepair(string Html, IReadOnlyList<IReadOnlyList<DiffRun>> Blocks)
{
    private static readonly HashSet<string> Lines = new(StringComparer.Ordinal) { "p", "h2", "h3", "h4", "li", "dt", "dd", "td", "th", "caption", "figcaption", "blockquote", "body" };

    /// <summary>Repairs a text. Links, code and everything that is no Chinese prose stay as they are.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format">How it is written.</param>
    /// <exception cref="ArticleEditException">It is too long.</exception>
    public static PunctuationRepair Of(string text, BodyFormat format)
    {
        using var document = new HtmlParser().ParseDocument(EditableHtml.Of(text, format));
        var blocks = new List<IReadOnlyList<DiffRun>>();

        // Neighbouring runs of one line are judged together: a mark may stand on the edge of a bold word.
        foreach (var line in Runs(document.Body!).GroupBy(run => run.Line))
        {
            Repair([.. line.Select(run => run.Node)], blocks);
        }

        return new PunctuationRepair(document.Body!.InnerHtml, blocks);
    }

    private static void Repair(List<INode> nodes, List<IReadOnlyList<DiffRun>> blocks)
    {
        var before = string.Concat(nodes.Select(Written));
        var full = PunctuationWidth.Restore(before);
        if (full == before)
        {
            return;
        }

        var after = new StringBuilder(before.Length);
        foreach (var node in nodes)
        {
            var (from, length) = (after.Length, Written(node).Length);
            var now = node is IText && !IsFixed(node) ? full.Substring(from, length) : before.Substring(from, length);
            after.Append(now);
            if (node is IText run && run.Data != now)
            {
                run.Data = now;
            }
        }

        var repaired = after.ToString();
        if (repaired != before)
        {
            blocks.Add(TextDiff.Of(before, repaired));
        }
    }

    private static string Written(INode node) => node is IText run ? run.Data : "\n";

    private static bool IsFixed(INode node)
    {
        for (var parent = node.ParentElement; parent is not null; parent = parent.ParentElement)
        {
            if (parent.LocalName is "a" or "code" or "pre")
            {
                return true;
            }
        }

        return false;
    }

    // A line is what stands in one block without another block between.
    private static IEnumerable<(INode Node, object Line)> Runs(IElement body)
    {
        var line = new object();
        IElement? block = null;
        foreach (var node in body.GetNodes<INode>(deep: true))
        {
            if (node is IText or IElement { LocalName: "br" })
            {
                var holder = node.ParentElement;
                while (holder is not null && !Lines.Contains(holder.LocalName) && holder.LocalName != "pre")
                {
                    holder = holder.ParentElement;
                }

                if (holder != block)
                {
                    (block, line) = (holder, new object());
                }

                yield return (node, line);
            }
        }
    }
}
