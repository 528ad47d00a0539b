using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Importing.Text;

/// <summary>
/// Plain text that a page-capture tool or a person saved: a headline, a line of metadata, a body, and whatever stood round
/// them on the page, down to the whole visible text of a page.
/// </summary>
/// <remarks>Its rules know shapes, places and words of the trade, never a site.</remarks>
public static class TextFormat
{
    /// <summary>Makes an article of a text.</summary>
    /// <param name="text">The decoded text.</param>
    /// <param name="file">The file it came from.</param>
    /// <param name="options">The site's zone.</param>
    /// <exception cref="RejectedInputException">No body is in it.</exception>
    public static ExtractedArticle Extract(DecodedText text, SourceFile file, ExtractionOptions options)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var units = TextUnits.Of(text.Text, options.Zone);
        if (units.Count == 0)
        {
            throw new RejectedInputException("the file holds no text; put a headline and a body into it and import it again");
        }

        if (BodyFinder.Find(units) is not { } body)
        {
            throw new RejectedInputException("there is no body below the headline; write at least one paragraph and import it again");
        }

        var capture = new Capture(text.Text, units, body);
        var headline = CaptureHead.Read(capture);
        CaptureFields.Read(capture, headline, options.Zone);
        var blocks = CaptureBody.Read(capture, headline);
        CaptureTail.Read(capture);
        Render(capture, blocks);
        capture.Finish();
        return capture.Article;
    }

    private static void Render(Capture capture, IReadOnlyList<Block> blocks)
    {
        var rendered = BodyRenderer.FromBlocks(blocks);
        if (rendered.Text.Length == 0)
        {
            throw new RejectedInputException("there is no body below the headline; write at least one paragraph and import it again");
        }

        var article = capture.Article;
        article.Fill(rendered);
    }
}
