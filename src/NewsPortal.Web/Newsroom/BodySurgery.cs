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
        var put = document.CreateElement(element);
        put.TextContent = line.Trim();
        var blocks = document.Body!.Children.Select(e => (Element: e, Text: Bare(e.TextContent))).ToList();
        if (before.Select(l => blocks.FindLast(b => Has(b.Text, l)).Element).FirstOrDefault(e => e is not null) is { } above)
        {
            above.Insert(AdjacentPosition.AfterEnd, put.OuterHtml);
        }
        else if (after.Select(l => blocks.Find(b => Has(b.Text, l)).Element).FirstOrDefault(e => e is not null) is { } below)
        {
            below.Insert(AdjacentPosition.BeforeBegin, put.OuterHtml);
        }
        else
        {
            document.Body.AppendChild(put);
        }

        return document.Body.InnerHtml;
    }

    /// <summary>Takes a line out.</summary>
    /// <param name="html">The text.</param>
    /// <param name="line">The line.</param>
    /// <returns>Null where the text has no block that says just this.</returns>
    public static string? Remove(string html, string line)
    {
        using var document = Parsed(html);
        var bare = Bare(line);
        var found = document.Body!.QuerySelectorAll("p, h2, h3, h4, li, blockquote, figcaption, td").LastOrDefault(e => Bare(e.TextContent) == bare);
        if (found is null)
        {
            return null;
        }

        found.Remove();
        return document.Body.InnerHtml;
    }

    private static IHtmlDocument Parsed(string html) => new HtmlParser().ParseDocument(html);

    private static bool Has(string block, string line) => Bare(line) is { Length: > 0 } bare && (block.Contains(bare, StringComparison.Ordinal) || (block.Length > 6 && bare.Contains(block, StringComparison.Ordinal)));

    // Letters and signs without the blanks, and without the width of marks, which the importer puts right.
    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsPunctuation(c)));
}
