using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsPortal.Web.Newsroom;

/// <summary>Puts a line of the original into a text where it belongs, or takes one out. What comes of it is cleaned like anything an editor writes.</summary>
public static class BodySurgery
{
    /// <summary>Puts a line in: behind the nearest line before it that the text has, else before the nearest one after it, else at the end.</summary>
    /// <param name="html">The text.</param>
    /// <param name="line">The line.</param>
    /// <param name="element">What it becomes: <c>p</c> or <c>h2</c>.</param>
    /// <param name="before">The lines before it, the nearest first.</param>
    /// <param name="after">The lines after it, the nearest first.</param>
    public static string Insert(string html, string line, string element, IEnumerable<string> before, IEnumerable<string> after)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        using var document = Parsed(html);
        Put(document, line, element, before, after);
        return document.Body!.InnerHtml;
    }

    /// <summary>Takes a line out.</summary>
    /// <param name="html">The text.</param>
    /// <param name="line">The line.</param>
    /// <returns>Null where the text has no block that says just this.</returns>
    public static string? Remove(string html, string line)
    {
        using var document = Parsed(html);
        if (Find(document, line) is not { } found)
        {
            return null;
        }

        found.Remove();
        return document.Body!.InnerHtml;
    }

    /// <summary>
    /// Takes a line for the caption of a picture: as the importer does, of the nearest one above it, else of the nearest one
    /// below.
    /// </summary>
    /// <param name="html">The text.</param>
    /// <param name="line">The line.</param>
    /// <param name="isWhole">All of the line is the caption: where it stood in the text it stands no more.</param>
    /// <param name="before">The lines before it, the nearest first.</param>
    /// <param name="after">The lines after it, the nearest first.</param>
    /// <returns>The text, and the picture as the text names it; null where the text has no picture.</returns>
    public static (string Html, string Picture)? Caption(string html, string line, bool isWhole, IEnumerable<string> before, IEnumerable<string> after)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        using var document = Parsed(html);

        // A line that the text left out stands there for a moment, to see which picture is the nearest.
        var standing = Find(document, line);
        var found = standing ?? Put(document, line, "p", before, after);
        var pictures = document.QuerySelectorAll("figure > img");
        var picture = pictures.LastOrDefault(p => found.CompareDocumentPosition(p).HasFlag(DocumentPositions.Preceding)) ?? (pictures.Length > 0 ? pictures[0] : null);
        if (picture?.GetAttribute("src") is not { Length: > 0 } name)
        {
            return null;
        }

        if (isWhole || standing is null)
        {
            found.Remove();
        }

        return (document.Body!.InnerHtml, name);
    }

    private static IElement Put(IHtmlDocument document, string line, string element, IEnumerable<string> before, IEnumerable<string> after)
    {
        var put = document.CreateElement(element);
        put.TextContent = line.Trim();
        var blocks = document.Body!.Children.Select(e => (Element: e, Text: Bare(e.TextContent))).ToList();
        if (before.Select(l => blocks.FindLast(b => Has(b.Text, l)).Element).FirstOrDefault(e => e is not null) is { } above)
        {
            above.After(put);
        }
        else if (after.Select(l => blocks.Find(b => Has(b.Text, l)).Element).FirstOrDefault(e => e is not null) is { } below)
        {
            below.Before(put);
        }
        else
        {
            document.Body.AppendChild(put);
        }

        return put;
    }

    private static IElement? Find(IHtmlDocument document, string line)
    {
        var bare = Bare(line);
        return document.Body!.QuerySelectorAll("p, h2, h3, h4, li, blockquote, figcaption, td").LastOrDefault(e => Bare(e.TextContent) == bare);
    }

    private static IHtmlDocument Parsed(string html) => new HtmlParser().ParseDocument(html);

    private static bool Has(string block, string line) => Bare(line) is { Length: > 0 } bare && (block.Contains(bare, StringComparison.Ordinal) || (block.Length > 6 && bare.Contains(block, StringComparison.Ordinal)));

    // Letters and signs without the blanks, and without the width of marks, which the importer puts right.
    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsPunctuation(c)));
}
