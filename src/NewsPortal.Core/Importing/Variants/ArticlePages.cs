using System.Globalization;
using System.Text.RegularExpressions;
using NewsPortal.Core.Importing.Ledgers;
using NewsPortal.Core.Markup;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Importing.Variants;

/// <summary>Joins the pages of a divided article.</summary>
internal static partial class ArticlePages
{
    /// <summary>True where two files are pages of one article: they share an address that names one, or address and headline.</summary>
    /// <param name="one">What a file became.</param>
    /// <param name="onePath">Its path below the imported root.</param>
    /// <param name="other">What another became.</param>
    /// <param name="otherPath">Its path.</param>
    public static bool Belong(ExtractedArticle one, string onePath, ExtractedArticle other, string otherPath)
    {
        var sameHeadline = !one.HeadlineAutomatic && !other.HeadlineAutomatic && HeadlineOf(one) == HeadlineOf(other);
        if ((one.Page?.Address ?? PageAddress.Of(one.CanonicalUrl)) is { } a && (other.Page?.Address ?? PageAddress.Of(other.CanonicalUrl)) is { } b)
        {
            return a.IsBeside(b) && (sameHeadline || (a.HasArticleNumber && b.HasArticleNumber));
        }

        return sameHeadline && FolderOf(onePath) == FolderOf(otherPath);
    }

    /// <summary>The headline without the page's number: 古桥修缮记(2), 古桥修缮记_2, 古桥修缮记 第2页.</summary>
    /// <param name="headline">The headline as printed.</param>
    public static string WithoutNumber(string headline) => Number().Replace(headline, string.Empty);

    /// <summary>Puts the text of further pages behind that of the first, and their accounts behind its own.</summary>
    /// <param name="first">The first page; it becomes the article.</param>
    /// <param name="further">The others, in order, each with its path below the imported root.</param>
    public static void Join(ExtractedArticle first, IEnumerable<(string Path, ExtractedArticle Page)> further)
    {
        var isFull = false;
        foreach (var (path, page) in further)
        {
            var isLong = first.Text.Length + page.Text.Length > ArticleCompletion.LongestBody;
            if (isLong && !isFull)
            {
                first.Warnings.Add(new ImportWarning(0, $"Page {page.Page?.Number} and what follows was left out: an article has at most {ArticleCompletion.LongestBody:N0} characters."));
            }

            if (isFull |= isLong)
            {
                first.FurtherLedgers.Add(new FileLedger(path, [new LedgerEntry(0, page.Ledger.Sum(e => e.Length), Fate.Dropped, null, "page beyond the length of an article")]));
                continue;
            }

            first.FurtherLedgers.Add(new FileLedger(path, page.Ledger));
            first.Body = PicturePlaceholders.Join(first.Body, first.Pictures.Count, page.Body);
            first.Text = string.Join('\n', new[] { first.Text, page.Text }.Where(t => t.Length > 0));
            first.Headings.AddRange(page.Headings);
            first.Captions.AddRange(page.Captions);
            first.Pictures.AddRange(page.Pictures);
            first.Listed.AddRange(page.Listed.Where(l => !first.Listed.Contains(l)));
            foreach (var (src, taken) in page.Taken) first.Taken.TryAdd(src, taken);
            Complete(first, page);
        }
    }

    /// <summary>Which page of its article a file is; one that says nothing is the first.</summary>
    /// <param name="article">What it became.</param>
    public static int NumberOf(ExtractedArticle article) => article.Page?.Number ?? 1;

    /// <summary>Says which pages are not there; null where all are.</summary>
    /// <param name="pages">The pages that are there.</param>
    public static ImportWarning? Missing(IReadOnlyCollection<ExtractedArticle> pages)
    {
        var count = pages.Max(p => p.Page?.Count ?? 1);
        var missing = Enumerable.Range(1, count).Except(pages.Select(NumberOf)).ToList();
        return missing.Count == 0 ? null : new ImportWarning(0, string.Create(
            CultureInfo.InvariantCulture,
            $"This is page {Numbers(pages.Select(NumberOf))} of an article of {count} pages. Missing: page {Numbers(missing)}; save them and import them, they are joined to it."));
    }

    // A note that stands on the last page alone, such as the editor's name, belongs to the whole.
    private static void Complete(ExtractedArticle first, ExtractedArticle page)
    {
        first.Editor = Take("editor", first.Editor, page.Editor);
        first.Source = Take("source", first.Source, page.Source);
        first.PictureCredit = Take("pictureCredit", first.PictureCredit, page.PictureCredit);
        if (first.Authors.Count == 0 && first.Byline is null && page.Byline is not null)
        {
            first.Byline = Take("byline", null, page.Byline);
            first.Authors.AddRange(page.Authors);
            if (page.Origins.TryGetValue("authors", out var origin)) first.Origins["authors"] = origin with { Line = 0, LastLine = 0 };
        }

        string? Take(string field, string? own, string? further)
        {
            // The line it stands on is one of another file.
            if (own is null && further is not null && page.Origins.TryGetValue(field, out var origin)) first.Origins[field] = origin with { Line = 0, LastLine = 0, Rule = $"page {page.Page?.Number}: {origin.Rule}" };
            return own ?? further;
        }
    }

    private static string HeadlineOf(ExtractedArticle article) => Folding.ForComparison(WithoutNumber(article.Headline));

    private static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];

    private static string Numbers(IEnumerable<int> numbers) => string.Join(", ", numbers.Order());

    [GeneratedRegex(@"\s{0,3}(?:[\[(（【]第?\d{1,3}页?(?:/\d{1,3})?[\])）】]|[_-]\d{1,2}|第\d{1,3}页)$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
