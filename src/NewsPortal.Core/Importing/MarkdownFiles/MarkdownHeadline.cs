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
        var highest = document.OfType<HeadingBlock>().Select(heading => heading.Level).DefaultIfEmpty().Min();
        var candidates = highest == 1 ? document : document.Take(BlocksAtTop);
        foreach (var heading in candidates.OfType<HeadingBlock>().Where(heading => heading.Level == highest))
            if (PlainText(heading) is { Length: > 0 } text) return (heading, text);
        return null;
    }

    private static string PlainText(HeadingBlock heading) =>
        BodyRenderer.FromMarkdown(heading).Text.Replace('\n', ' ');
}
