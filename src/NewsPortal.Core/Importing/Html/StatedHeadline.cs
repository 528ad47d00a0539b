using System.Text.RegularExpressions;
using NewsPortal.Core.Importing.Lines;
using NewsPortal.Core.Text;

namespace NewsPortal.Core.Importing.Html;

/// <summary>
/// The headline that a page states for other programs: JSON-LD, Dublin Core, Open Graph. Western pages show variants for
/// search, teasers with kickers, and headings of whole series; what they state is what their publisher cites them by.
/// </summary>
internal static partial class StatedHeadline
{
    private const int Shortest = 8;

    /// <summary>Takes it where the page is not Chinese.</summary>
    public static void Read(HtmlPage page)
    {
        var head = page.Metadata;
        var site = head.First("og:site_name") ?? head.Json.Publisher;
        var (stated, rule) = Stated(head);
        if (stated is null || HanText.HanShare(stated + page.Article.Headline) > 0.3)
        {
            return;
        }

        var headline = SiteName.StripNamed(stated, site).Trim();
        if (headline.Length is < Shortest or > 300 || IsCut(headline, page.Article.Headline) || LineShape.Letters(headline) == LineShape.Letters(site ?? string.Empty) || IsForSearch(page, headline, site))
        {
            return;
        }

        if (IsFollowed(headline, page.Article.Headline))
        {
            headline = page.Article.Headline;
        }
        else if (CommonEnd(headline, page.Article.Headline) is { } shared)
        {
            page.Article.Kicker ??= page.Article.Headline[..^shared.Length].Trim(' ', ':', '|', '-', '–', '—');
            headline = shared;
        }

        page.Article.Headline = headline;
        page.Restate("headline", rule);
    }

    private static (string? Headline, string Rule) Stated(PageMetadata head) =>
        head.Json.Headline is { } json ? (json, "JSON-LD headline")
        : head.First("dc:title", "dcterms:title") is { } dublin ? (dublin, "Dublin Core title")
        : head.First("og:title") is { } graph ? (graph, "Open Graph title")
        : head.First("twitter:title") is { } card ? (card, "title of the page's card") : (null, string.Empty);

    // JSON-LD that repeats the title element is worded for search engines; then the heading speaks to readers.
    private static bool IsForSearch(HtmlPage page, string stated, string? site) =>
        page.HeadlineIndex >= 0 && page.Blocks[page.HeadlineIndex].IsHeading && page.Metadata.Json.Headline is not null
        && LineShape.Letters(stated) is var letters && letters == LineShape.Letters(SiteName.Strip(page.Metadata.Title, site))
        && !LineShape.Letters(page.Article.Headline).EndsWith(letters, StringComparison.Ordinal);

    // Heading | Site | Date: the page itself shows where the headline ends.
    private static bool IsFollowed(string stated, string shown) =>
        shown.Length >= Shortest && stated.StartsWith(shown, StringComparison.Ordinal) && Tail().IsMatch(stated[shown.Length..]);

    // Stated titles have a greatest length; the rest stands in the heading.
    private static bool IsCut(string stated, string shown) =>
        shown.Length > stated.Length && shown.StartsWith(stated.TrimEnd('.', '…', ' '), StringComparison.Ordinal);

    // The same headline behind two different kickers: what both agree on.
    private static string? CommonEnd(string stated, string shown)
    {
        var length = 0;
        while (length < stated.Length && length < shown.Length && stated[^(length + 1)] == shown[^(length + 1)])
        {
            length++;
        }

        if (length == stated.Length || length == shown.Length)
        {
            return null;
        }

        var end = stated[^length..];
        var mark = Opening().Match(end);
        return mark.Success && (end.Length - mark.Length) * 2 > Math.Max(stated.Length, shown.Length) ? end[mark.Length..] : null;
    }

    [GeneratedRegex(@"^(?:[:|–—-]\s{1,3}|\s{1,3}(?=[«„“]))", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\s{1,3}(?:[|–—»·-]|::)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();
}
