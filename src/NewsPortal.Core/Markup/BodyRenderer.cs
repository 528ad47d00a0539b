using AngleSharp.Dom;
using Markdig.Syntax;
using NewsPortal.Core.Markup.Cleaning;

namespace NewsPortal.Core.Markup;

/// <summary>
/// The one way from untrusted text, Markdown and HTML to markup that readers get. The input is parsed, walked by an
/// allow-list and written anew, so nothing of its own spelling survives; rendering the result again changes nothing.
/// </summary>
public static class BodyRenderer
{
    private static readonly RenderingOptions Plain = new();
    private static readonly RenderingOptions FromAuthors = new(TitleIsCaption: true);

    /// <summary>Renders an element's content.</summary>
    /// <param name="root">The element that holds the body; it is not changed.</param>
    /// <param name="options">Where it came from; null where nothing is known.</param>
    /// <exception cref="Importing.RejectedInputException">It is too deeply nested.</exception>
    public static RenderedBody FromHtml(IElement root, RenderingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        return BodyWriter.Write(new ElementReader(options ?? Plain).Read(root));
    }

    /// <summary>Renders markup.</summary>
    /// <param name="html">A fragment or a whole page, all of which is taken for the body.</param>
    /// <param name="options">Where it came from; null where nothing is known.</param>
    /// <exception cref="Importing.RejectedInputException">It is too large or too deeply nested.</exception>
    public static RenderedBody FromHtml(string html, RenderingOptions? options = null)
    {
        using var document = UntrustedHtml.Parse(html);
        return document.Body is { } body ? FromHtml(body, options) : BodyWriter.Write([]);
    }

    /// <summary>Renders the blocks of a plain-text body.</summary>
    public static RenderedBody FromBlocks(IReadOnlyList<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        return BodyWriter.Write(BlockReader.Read(blocks));
    }

    /// <summary>Renders Markdown.</summary>
    /// <param name="markdown">CommonMark with tables, footnotes, task lists, strike-through and bare links.</param>
    /// <exception cref="Importing.RejectedInputException">It is too large, too deeply nested or built to stop a parser.</exception>
    public static RenderedBody FromMarkdown(string markdown) => FromMarkdown(UntrustedMarkdown.Parse(MarkdownMending.Mend(markdown)));

    /// <summary>Renders parsed Markdown, for callers that took blocks out of it first.</summary>
    internal static RenderedBody FromMarkdown(MarkdownObject document) => FromHtml(UntrustedMarkdown.ToHtml(document), FromAuthors);
}
