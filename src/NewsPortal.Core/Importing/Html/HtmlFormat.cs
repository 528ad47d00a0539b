using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Importing.Html;

/// <summary>Saved web pages. Scores text, never sites: an unknown page is read like a known one.</summary>
public static class HtmlFormat
{
    /// <summary>Makes an article of a page.</summary>
    /// <param name="text">The decoded markup.</param>
    /// <param name="file">The file it came from.</param>
    /// <param name="options">The site's zone.</param>
    /// <param name="visibleText">The page's visible text in document order, one block a line: what the ledger covers.</param>
    /// <exception cref="RejectedInputException">The markup is beyond the limits, or no body is in it.</exception>
    public static ExtractedArticle Extract(DecodedText text, SourceFile file, ExtractionOptions options, out string visibleText)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        using var document = UntrustedHtml.Parse(text.Text);
        var root = document.Body ?? document.DocumentElement;
        var metadata = PageMetadata.Read(document);
        var shown = PageText.Of(root, HiddenParts.Find(root), options.Zone);
        visibleText = shown.Visible;
        var own = OwnAddresses.Of(document, metadata, file);
        AsideParts.Mark(shown.Blocks, root);
        var divided = PagerReader.Read(document, shown.Blocks, own);
        var body = BodyElement.Find(shown.Blocks, root) ?? BodyElement.OfFew(shown.Blocks, root)
            ?? throw new RejectedInputException("no article is in this page: it holds no paragraph of text");
        var page = new HtmlPage(metadata, shown, body, options.Zone);
        PageHeadline.Read(page);
        var kept = BodyBlocks.Choose(page);
        PageFields.Read(page, kept);
        Render(page, kept);
        page.Finish();
        page.Article.Variant = own.VariantOf(document);
        page.Article.Page = divided;
        return page.Article;
    }

    private static void Render(HtmlPage page, IReadOnlyList<PageBlock> kept)
    {
        BodyCleaner.Clean(page, kept);
        DataPictures.Name(page.Body);
        var article = page.Article;
        var address = Uri.TryCreate(article.CanonicalUrl, UriKind.Absolute, out var uri) ? uri : null;
        var rendered = BodyRenderer.FromHtml(page.Body, new RenderingOptions(address));
        if (rendered.Text.Length == 0)
        {
            throw new RejectedInputException("no article is in this page: it holds no paragraph of text");
        }

        article.Fill(rendered);
    }
}
