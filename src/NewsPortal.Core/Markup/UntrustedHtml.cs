using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsPortal.Core.Importing;

namespace NewsPortal.Core.Markup;

/// <summary>Parses markup from outside into a tree: within limits, without scripts, style sheets or requests.</summary>
public static class UntrustedHtml
{
    /// <summary>Parses a page or a fragment of one.</summary>
    /// <param name="html">The markup.</param>
    /// <returns>The tree, as a browser without scripting would build it.</returns>
    /// <exception cref="RejectedInputException">It is too large or too deeply nested to be parsed safely.</exception>
    public static IHtmlDocument Parse(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        MarkupLimits.Check(html);
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false, IsStrictMode = false }, BrowsingContext.New(Configuration.Default));
        return parser.ParseDocument(html);
    }
}
