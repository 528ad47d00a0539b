using NewsPortal.Core.Importing.Ledgers;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Importing.FrontMatter;

/// <summary>
/// Reads a plain text or page that has a front matter above it: the format sees what stands below, and every line and
/// character it names is counted from the file's beginning again.
/// </summary>
internal static class FrontMatterAbove
{
    /// <summary>Reads both.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="options">The site's zone.</param>
    /// <param name="putHeadlineAbove">True where the format takes the first line for the headline, which a stated headline would cost the body.</param>
    /// <param name="read">Reads the text below; the visible text is what its ledger counts in.</param>
    public static (ExtractedArticle Article, string Visible) Read(
        DecodedText text, ExtractionOptions options, bool putHeadlineAbove, Func<DecodedText, (ExtractedArticle Article, string Visible)> read)
    {
        var block = FrontMatterReader.Read(text.Text);
        if (block.Lines == 0) return read(text);
        var stated = putHeadlineAbove ? Headline(block) : null;
        var above = stated is null ? string.Empty : stated + "\n\n";
        var lines = block.Lines - (stated is null ? 0 : 2);
        var (article, visible) = Below(text with { Text = above + text.Text[block.Length..], Warnings = [] }, lines, read);
        Shift(article, lines);
        var front = text.Text[..block.Length];
        article.Ledger.InsertRange(0, Ledger(front, block, article, CodePoints.In(above)));
        var fields = new ArticleFields(article, options, "front matter");
        fields.Apply(block.Entries);
        fields.AnnotatePictures();
        article.HeadlineAutomatic &= !article.Origins.TryGetValue("headline", out var origin) || origin.Line > block.Lines;
        return (article, front + visible[above.Length..]);
    }

    private static string? Headline(FrontMatterBlock block) =>
        block.Entries.FirstOrDefault(entry => FieldNames.Of(entry.Key) == ArticleField.Headline)?.First?.ReplaceLineEndings(" ").Trim() is { Length: > 0 } headline ? headline : null;

    private static (ExtractedArticle Article, string Visible) Below(DecodedText text, int lines, Func<DecodedText, (ExtractedArticle Article, string Visible)> read)
    {
        try
        {
            return read(text);
        }
        catch (RejectedInputException rejected) when (rejected.Line > 0)
        {
            throw new RejectedInputException(rejected.Message, rejected.Line + lines);
        }
    }

    private static void Shift(ExtractedArticle article, int lines)
    {
        foreach (var (field, origin) in article.Origins.ToList())
            if (origin.Line > 0) article.Origins[field] = origin with { Line = Math.Max(1, origin.Line + lines), LastLine = Math.Max(1, origin.LastLine + lines) };
        for (var i = 0; i < article.Warnings.Count; i++)
            if (article.Warnings[i].Line > 0) article.Warnings[i] = article.Warnings[i] with { Line = Math.Max(1, article.Warnings[i].Line + lines) };
    }

    /// <summary>The ledger of the front matter; the article's own entries are moved behind it, without the headline put above.</summary>
    private static List<LedgerEntry> Ledger(string front, FrontMatterBlock block, ExtractedArticle article, int above)
    {
        var ledger = new LineLedger(front, "front matter");
        FrontMatterLedger.Mark(ledger, block);
        var length = CodePoints.In(front);
        var moved = article.Ledger
            .Where(entry => entry.Start + entry.Length > above)
            .Select(entry => entry with
            {
                Start = Math.Max(entry.Start, above) - above + length,
                Length = entry.Start + entry.Length - Math.Max(entry.Start, above),
            })
            .ToList();
        article.Ledger.Clear();
        article.Ledger.AddRange(moved);
        return ledger.Entries();
    }
}
