using Markdig.Syntax;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing.FrontMatter;
using NewsPortal.Core.Importing.Ledgers;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Importing.MarkdownFiles;

/// <summary>
/// Markdown with or without front matter. The headline is the front matter's, else the first heading; a heading that
/// repeats it is taken out of the body, and so are the lines in which translators sign below a rule.
/// </summary>
internal static class MarkdownFormat
{
    /// <summary>Makes an article of a text.</summary>
    /// <param name="text">The decoded text.</param>
    /// <param name="file">The file it came from; its folders say what other programs made of it.</param>
    /// <param name="options">The site's zone.</param>
    /// <exception cref="RejectedInputException">Its front matter is malformed, or it is built to stop a parser.</exception>
    public static ExtractedArticle Extract(string text, SourceFile file, ExtractionOptions options)
    {
        MarkdownLimits.Check(text);
        var block = FrontMatterReader.Read(text);
        var article = new ExtractedArticle();
        var ledger = new LineLedger(text, "Markdown body");
        var fields = new ArticleFields(article, options, block.IsComment ? "comment" : "front matter");

        // The subject of such comments is the original's headline; the translation's stands in the text.
        fields.Apply(block.IsComment ? block.Entries.Where(entry => FieldNames.Of(entry.Key) != ArticleField.Headline) : block.Entries);
        FrontMatterLedger.Mark(ledger, block);
        Moved(article, block, new PostPath(file.RelativePath), file, options);
        var tags = new TemplateTags(Path.GetFileNameWithoutExtension(file.RelativePath));
        var body = MarkdownMending.Mend(tags.Replace(text[block.Length..]));
        article.Warnings.AddRange(tags.Warnings.Select(warning => new ImportWarning(block.Lines + warning.Line, warning.Message)));
        foreach (var line in tags.EmptyLines) ledger.Mark(block.Lines + line, block.Lines + line, Fate.Dropped, null, "tag of another program");
        var document = UntrustedMarkdown.Parse(body);
        var lines = new MarkdownLines(ledger, body, block.Lines);
        Sign(document, article, lines, block.IsComment);
        Headline(document, article, lines);
        MarkdownOpening.Take(document, article, lines);
        if (block.IsComment && article.Headline.Length == 0) fields.Apply(block.Entries.Where(entry => FieldNames.Of(entry.Key) == ArticleField.Headline));
        Render(document, article);
        fields.AnnotatePictures();
        article.Origins["body"] = new FieldOrigin(block.Lines + 1, ledger.LineOf(text.Length), block.Lines > 0 ? "Markdown below the front matter" : "Markdown");
        lines.MarkDefinitions(document);
        article.Ledger.AddRange(ledger.Entries());
        return article;
    }

    /// <summary>Fills in a body of Markdown without front matter, as a row of JSON Lines brings it.</summary>
    public static void Body(string markdown, ExtractedArticle article)
    {
        var document = UntrustedMarkdown.Parse(MarkdownMending.Mend(markdown));
        Headline(document, article, null);
        Render(document, article);
    }

    // Where the front matter states an address, the folders had no say in it.
    private static void Moved(ExtractedArticle article, FrontMatterBlock block, PostPath path, SourceFile file, ExtractionOptions options)
    {
        if (path.IsDraft)
        {
            article.Draft = true;
            article.Warnings.Add(new ImportWarning(0, "the file lies among drafts, kept as a draft"));
        }

        var day = article.Published?.At ?? Names.DateInPath.Find(file.RelativePath, options.Zone)?.Time.At;
        if (!block.Entries.Any(entry => FieldNames.Of(entry.Key) == ArticleField.Address))
        {
            var addresses = path.Addresses(day is { } time ? TimeZoneInfo.ConvertTime(time, options.Zone) : null, article.Slug).Except(article.Aliases).ToList();
            article.Aliases.AddRange(addresses);
            if (addresses.Count > 0) article.Origins.TryAdd("aliases", FieldOrigin.By("name of the file"));
        }

        if (article.Slug is not null || path.Name is not { Length: <= 200 } name) return;
        article.Slug = name;
        article.Origins["slug"] = FieldOrigin.By("name of the file");
    }

    private static void Headline(MarkdownDocument document, ExtractedArticle article, MarkdownLines? lines)
    {
        if (MarkdownHeadline.Find(document, article.Headline) is not { } found) return;
        if (article.Headline.Length == 0)
        {
            if (found.Text.Length > ArticleFields.LongestHeadline)
                throw new RejectedInputException($"the headline has {found.Text.Length:N0} characters, at most {ArticleFields.LongestHeadline} are stored", lines?.First(found.Block) ?? 0);
            article.Headline = found.Text;
            article.Origins["headline"] = new FieldOrigin(lines?.First(found.Block) ?? 0, lines?.Last(found.Block) ?? 0, "first heading");
        }

        lines?.Mark(found.Block, Fate.Field, "headline", "first heading");
        document.Remove(found.Block);
    }

    private static void Sign(MarkdownDocument document, ExtractedArticle article, MarkdownLines lines, bool isComment)
    {
        var signed = MarkdownSignature.Take(document, lines);
        if (article.CanonicalUrl is null && signed.Address is not null)
        {
            article.CanonicalUrl = signed.Address;
            article.Origins["canonicalUrl"] = new FieldOrigin(signed.Line, signed.Line, "via line");
        }

        if (signed.Byline is null || (article.Byline is not null && !isComment)) return;
        article.Byline = signed.Byline;
        article.Origins["byline"] = new FieldOrigin(signed.Line, signed.LastLine, "signature");
        if (article.Authors.Count > 0) return;
        article.Authors.AddRange(signed.Authors);
        article.Origins["authors"] = article.Origins["byline"];
    }

    private static void Render(MarkdownDocument document, ExtractedArticle article) => article.Fill(BodyRenderer.FromMarkdown(document));
}
