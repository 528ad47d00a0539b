using Markdig.Syntax;
using NewsPortal.Core.Markup;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Importing.MarkdownFiles;

/// <summary>Finds the heading that is the article's headline.</summary>
internal static class MarkdownHeadline
{
    // A repeated headline stands at the top, at most below a picture and a note.
    private const int BlocksAtTop = 3;

    /// <summary>The heading and its plain text.</summary>
    /// <param name="document">The body.</param>
    /// <param name="known">The headline that the front matter states; empty where it states none.</param>
    public static (HeadingBlock Block, string Text)? Find(MarkdownDocument document, string known)
    {
        if (known.Length == 0) return FirstHeading(document);
        var wanted = Folding.ForComparison(known);
        foreach (var heading in document.Take(BlocksAtTop).OfType<HeadingBlock>())
            if (PlainText(heading) is var text && Folding.ForComparison(text) == wanted) return (heading, text);
        return null;
    }

    // A heading of a lower level below prose heads a part, not the whole.
    private static (HeadingBlock Block, string Text)? FirstHeading(MarkdownDocument document)
    {
        foreach (var heading in document.OfType<HeadingBlock>())
        {
            if (heading.Level > 1 && document.IndexOf(heading) >= BlocksAtTop) continue;
            if (heading.Level > 1 && document.OfType<HeadingBlock>().Any(other => other.Level < heading.Level)) continue;
            var text = PlainText(heading);
            if (text.Length > 0) return (heading, text);
        }

        return null;
    }

    private static string PlainText(HeadingBlock heading) =>
        BodyRenderer.FromMarkdown(heading).Text.Replace('\n', ' ');
}
