using DocumentFormat.OpenXml.Packaging;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing.Text;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Importing.WordFiles;

/// <summary>
/// Word files (.docx): what an author writes in Word or WPS, with styles or without. Everything in the text is the
/// author's and stays; the lines round it are read as those of text files are.
/// </summary>
internal static class WordFormat
{
    /// <summary>Makes an article of a document.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The site's zone.</param>
    /// <param name="visibleText">The document's paragraphs, one a line, what is left out included: what the ledger covers. Empty where it could not be read.</param>
    /// <exception cref="RejectedInputException">It is no .docx, encrypted, damaged, too large or holds no text.</exception>
    public static ExtractedArticle Extract(SourceFile file, ExtractionOptions options, out string visibleText)
    {
        visibleText = string.Empty;
        WordContainer.Check(file.Bytes);
        var text = new WordText(options.Zone);
        try
        {
            using var stream = WordContainer.Stream(file.Bytes);
            using var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { AutoSave = false });
            return Read(document, file, options, text);
        }
        catch (Exception error) when (error is not (RejectedInputException or OutOfMemoryException))
        {
            // The library answers a damaged file with some twenty kinds of exception, of which several are those of bugs.
            throw new RejectedInputException($"this is no Word document, or a damaged one; open it in Word and save it as .docx again: {error.Message.Split('\n')[0]}");
        }
        finally
        {
            visibleText = text.ToString();
        }
    }

    private static ExtractedArticle Read(WordprocessingDocument document, SourceFile file, ExtractionOptions options, WordText text)
    {
        var stories = WordStories.Read(document, text);
        var items = WordItem.Of(stories.Body);
        var notes = WordItem.Of(stories.Notes);
        if (items.Count == 0) throw new RejectedInputException("the document holds no text: write a headline and at least one paragraph and import it again");
        var bodySize = BodySize(items);
        var (capture, body) = WordFields.Read(text, items, bodySize, options.Zone);
        CaptureSignature.Read(capture, body.Select(item => item.Line?.Unit).OfType<TextUnit>());
        var html = WordBody.Write(capture, stories.Pictures, bodySize, body, notes);
        foreach (var (start, length, left) in text.Left) capture.Drop(start, length, left.As, left.Reason);
        capture.Finish();
        var article = capture.Article;
        article.Origins.TryAdd("body", FieldOrigin.By("the document's paragraphs below the headline"));
        Render(article, html, stories.Pictures);
        article.Warnings.AddRange(stories.Warnings);
        WordProperties.Apply(document, article, file, options);
        return article;
    }

    private static void Render(ExtractedArticle article, string html, WordPictures pictures)
    {
        var rendered = BodyRenderer.FromHtml(html);
        article.Body = rendered.Html;
        article.Text = rendered.Text;
        article.Headings.AddRange(rendered.Headings);
        article.Captions.AddRange(rendered.Captions);
        foreach (var shown in rendered.Pictures)
            article.Pictures.Add(PicturePlaceholders.TryReadNumber(shown.Src ?? string.Empty, out var number) ? pictures[number] with { Caption = shown.Caption } : shown);
    }

    private static int BodySize(IEnumerable<WordItem> items) => items.Where(item => item.Line?.Unit is not null)
        .GroupBy(item => item.Line!.Look.Size).OrderByDescending(group => group.Sum(item => item.Line!.Unit!.Weight)).ThenBy(group => group.Key)
        .Select(group => group.Key).FirstOrDefault();
}
