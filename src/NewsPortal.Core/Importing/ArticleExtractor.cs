using System.Text;
using NewsPortal.Core.Importing.Encodings;
using NewsPortal.Core.Importing.FrontMatter;
using NewsPortal.Core.Importing.Ghost;
using NewsPortal.Core.Importing.Html;
using NewsPortal.Core.Importing.JsonLines;
using NewsPortal.Core.Importing.MarkdownFiles;
using NewsPortal.Core.Importing.Text;
using NewsPortal.Core.Importing.WordFiles;
using NewsPortal.Core.Importing.WordPress;

namespace NewsPortal.Core.Importing;

/// <summary>Makes an article of an input, without asking any store: decode, read by format, complete, or say why not.</summary>
public static class ArticleExtractor
{
    /// <summary>Rises whenever the same bytes can become another article than before; re-import goes by it.</summary>
    public static int Version => 4;

    /// <summary>Extracts one input.</summary>
    /// <param name="file">The input.</param>
    /// <param name="options">The site's zone and the operator's choices.</param>
    /// <returns>The article, or the reason why it was rejected; nothing that an input holds makes this throw.</returns>
    public static Extraction Extract(SourceFile file, ExtractionOptions options)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var format = FormatOf(file.Extension);
        DecodedText? text = null;
        string? shown = null;
        try
        {
            if (format is null) throw new RejectedInputException($"files of the type \"{file.Extension}\" are not read: use .md, .txt, .html, .docx or .jsonl");
            if (file.Bytes.IsEmpty) throw new RejectedInputException("the file is empty");
            if (format == "docx") return Word(file, options);
            if (format is "wxr" or "ghost") return Post(file, format, options);
            var label = format is "html" || LooksLikeMarkup(file.Bytes.Span) ? DeclaredEncoding.In(file.Bytes.Span) : null;
            text = TextDecoder.Decode(file.Bytes, options.EncodingName, label);
            shown = text.Text;
            format = Sniff(format, text.Text);
            var (article, visible) = Read(format, text, file, options);
            shown = visible;
            article.Warnings.InsertRange(0, text.Warnings);
            ArticleCompletion.Complete(article, file, options);
            return new Extraction(file.Path, format, text.As, shown, article);
        }
        catch (RejectedInputException rejected)
        {
            var line = rejected.Line == 0 && format == "jsonl" ? JsonRow.LineOf(file) : rejected.Line;
            return new Extraction(file.Path, format, text?.As, shown, null, rejected.Message, line);
        }
    }

    // A Word file is XML in a zip archive, which states its own encoding.
    private static Extraction Word(SourceFile file, ExtractionOptions options)
    {
        var encoding = new DecodedAs("utf-8", "declared", 1);
        var text = string.Empty;
        try
        {
            var article = WordFormat.Extract(file, options, out text);
            ArticleCompletion.Complete(article, file, options);
            return new Extraction(file.Path, "docx", encoding, text, article);
        }
        catch (RejectedInputException rejected)
        {
            return new Extraction(file.Path, "docx", text.Length == 0 ? null : encoding, text.Length == 0 ? null : text, null, rejected.Message, rejected.Line);
        }
    }

    // Our own record of a post, always in UTF-8; its line is where it stood in the export.
    private static Extraction Post(SourceFile file, string format, ExtractionOptions options)
    {
        var encoding = new DecodedAs("utf-8", "declared", 1);
        var text = Encoding.UTF8.GetString(file.Bytes.Span);
        var line = format == "wxr" ? JsonRow.LineOf(file) : 0;
        try
        {
            var article = format == "wxr" ? WxrFormat.Extract(text, line, options) : GhostFormat.Extract(text, options);
            ArticleCompletion.Complete(article, file, options);
            return new Extraction(file.Path, format, encoding, text, article);
        }
        catch (RejectedInputException rejected)
        {
            return new Extraction(file.Path, format, encoding, text, null, rejected.Message, line);
        }
    }

    private static (ExtractedArticle Article, string Visible) Read(string format, DecodedText text, SourceFile file, ExtractionOptions options)
    {
        switch (format)
        {
            case "markdown": return (MarkdownFormat.Extract(text.Text, file, options), text.Text);
            case "jsonl": return (JsonLinesFormat.Extract(text.Text, JsonRow.LineOf(file), options), text.Text);
            case "text":
                return FrontMatterAbove.Read(text, options, putHeadlineAbove: true, below => (TextFormat.Extract(below, file, options), below.Text));
            case "html":
                return FrontMatterAbove.Read(text, options, putHeadlineAbove: false, below =>
                {
                    var article = HtmlFormat.Extract(below, file, options, out var visible);
                    return (article, visible);
                });
            default:
                throw new RejectedInputException($"files of the type \"{file.Extension}\" are not read");
        }
    }

    private static string? FormatOf(string extension) => extension switch
    {
        ".md" or ".markdown" => "markdown",
        ".txt" => "text",
        ".html" or ".htm" or ".xhtml" => "html",
        ".docx" or ".docm" or ".doc" => "docx",
        ".jsonl" => "jsonl",
        WxrInput.Extension => "wxr",
        GhostInput.Extension => "ghost",
        _ => null,
    };

    // Tools save pages under .txt; the first characters tell.
    private static string Sniff(string format, string text)
    {
        if (format != "text") return format;
        var start = text.AsSpan(0, Math.Min(text.Length, 2000)).TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) ? "html" : format;
    }

    private static bool LooksLikeMarkup(ReadOnlySpan<byte> bytes) => bytes.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
}
