using System.Text;
using System.Text.Json;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing.FrontMatter;
using NewsPortal.Core.Markup;

namespace NewsPortal.Core.Importing.JsonLines;

/// <summary>
/// One article a line: a JSON object with the keys of a front matter, and its body under <c>text</c> (one paragraph a
/// line), <c>markdown</c> or <c>html</c>.
/// </summary>
internal static class JsonLinesFormat
{
    /// <summary>Makes an article of a row.</summary>
    /// <param name="row">The row's text.</param>
    /// <param name="line">Its line in the file, counted from 1; 0 where unknown.</param>
    /// <param name="options">The site's zone.</param>
    /// <exception cref="RejectedInputException">It is not an object, or a value is not what its key asks for.</exception>
    public static ExtractedArticle Extract(string row, int line, ExtractionOptions options)
    {
        var entries = Parse(row, line).Select(entry => entry with { Line = line }).ToList();
        var article = new ExtractedArticle();
        var fields = new ArticleFields(article, options, "JSON");
        fields.Apply(entries);
        Body(entries, article, line);
        fields.AnnotatePictures();
        article.Ledger.AddRange(JsonLedger.Of(row, FateOf));
        return article;
    }

    private static List<FrontMatterEntry> Parse(string row, int line)
    {
        try
        {
            return JsonFrontMatter.Row(Encoding.UTF8.GetBytes(row));
        }
        catch (JsonException error)
        {
            throw new RejectedInputException($"the line is not a JSON object: {JsonFrontMatter.Reason(error)}", line);
        }
        catch (InvalidOperationException)
        {
            throw new RejectedInputException("the line is not a JSON object: a string holds half a character", line);
        }
    }

    private static void Body(List<FrontMatterEntry> entries, ExtractedArticle article, int line)
    {
        if (Value(ArticleField.Markdown) is { } markdown) MarkdownFiles.MarkdownFormat.Body(markdown, article);
        else if (Value(ArticleField.Html) is { } html) article.Fill(BodyRenderer.FromHtml(html));
        else if (Value(ArticleField.Text) is { } text) article.Fill(BodyRenderer.FromBlocks(Paragraphs(text)));
        else throw new RejectedInputException("no body: one of the keys text, markdown and html must hold it", line);

        string? Value(ArticleField field)
        {
            if (entries.Find(entry => FieldNames.Of(entry.Key) == field) is not { First: { } value } found) return null;
            article.Origins["body"] = new FieldOrigin(line, line, $"JSON: {found.Key}");
            return value;
        }
    }

    private static List<Block> Paragraphs(string text) =>
        [.. text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(line => new Block(BlockKind.Paragraph, line))];

    private static (Fate Fate, string? As, string Reason) FateOf(string key) => FieldNames.Of(key) switch
    {
        null => (Fate.Dropped, null, $"no field is known by the key \"{key}\""),
        ArticleField.Text or ArticleField.Markdown or ArticleField.Html => (Fate.Kept, null, "body"),
        { } field => (Fate.Field, FrontMatterLedger.Name(field), "JSON"),
    };
}
