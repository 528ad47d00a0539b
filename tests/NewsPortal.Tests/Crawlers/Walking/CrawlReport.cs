using System.Globalization;
using System.Net;

namespace NewsPortal.Tests.Crawlers.Walking;

/// <summary>What a crawl found, good and bad.</summary>
/// <param name="BaseUrl">The site's address, without a trailing slash.</param>
/// <param name="Addresses">Every address that was asked.</param>
/// <param name="InSitemaps">Addresses that sitemaps list.</param>
/// <param name="SoftRefusals">What does not exist and answers as if it did.</param>
internal sealed record CrawlReport(string BaseUrl, IReadOnlyDictionary<string, CrawledAddress> Addresses, IReadOnlySet<string> InSitemaps, IReadOnlyList<string> SoftRefusals)
{
    /// <summary>Pages that search engines may show.</summary>
    public IEnumerable<CrawledAddress> Indexable => Addresses.Values.Where(a => a.IsIndexable);

    /// <summary>Addresses that something names and that do not answer.</summary>
    public IEnumerable<string> Broken => Addresses.Values.Where(a => a.Status != HttpStatusCode.OK && !IsRedirect(a)).Select(a => $"{a.Path} answers {(int)a.Status}, named by {a.From}");

    /// <summary>Addresses that something names although they lead elsewhere.</summary>
    public IEnumerable<string> Redirects => Addresses.Values.Where(IsRedirect).Select(a => $"{a.Path} leads to {a.Target}, named by {a.From}");

    /// <summary>Titles that more than one page has.</summary>
    public IEnumerable<string> DuplicateTitles => Indexable.GroupBy(a => a.Page!.Title, StringComparer.Ordinal).Where(g => g.Count() > 1)
        .Select(g => $"'{g.Key}' is the title of {string.Join(", ", g.Select(a => a.Path).Order(StringComparer.Ordinal).Take(5))}");

    /// <summary>Pages whose canonical address is not their own, or that name none or several.</summary>
    public IEnumerable<string> Canonicals => Indexable.Where(a => a.Page!.Canonicals is not [var one] || one != BaseUrl + a.Path)
        .Select(a => $"{a.Path} says it is {(a.Page!.Canonicals.Count == 0 ? "nothing" : string.Join(" and ", a.Page.Canonicals))}, named by {a.From}");

    /// <summary>Pages without a title, a description or one heading of the first order.</summary>
    public IEnumerable<string> Incomplete => Indexable.Where(a => a.Page!.Title.Length == 0 || a.Page.Description.Length == 0 || a.Page.Headings.Count != 1 || a.Page.Headings[0].Length == 0)
        .Select(a => $"{a.Path}: title '{a.Page!.Title}', {a.Page.Description.Length} characters of description, {a.Page.Headings.Count} headings");

    /// <summary>What sitemaps list although no search engine may show it.</summary>
    public IEnumerable<string> UnfitInSitemaps => InSitemaps.Where(p => !Addresses[p].IsIndexable).Select(p => $"{p} stands in a sitemap and answers {(int)Addresses[p].Status}");

    /// <summary>Versions in other languages that do not name the page that names them.</summary>
    public IEnumerable<string> OneSidedLanguages => Indexable.SelectMany(a => a.Page!.Languages.Where(l => l.Address != BaseUrl + a.Path).Select(l => (a.Path, l.Address)))
        .Where(l => !Addresses.TryGetValue(l.Address[BaseUrl.Length..], out var other) || other.Page?.Languages.Any(b => b.Address == BaseUrl + l.Path) != true)
        .Select(l => $"{l.Path} names {l.Address} as its version, which does not name it");

    /// <summary>Everything that is wrong, a line each.</summary>
    public IEnumerable<string> Faults => Broken.Concat(Redirects).Concat(SoftRefusals).Concat(DuplicateTitles).Concat(Canonicals).Concat(Incomplete).Concat(UnfitInSitemaps).Concat(OneSidedLanguages);

    /// <summary>The figures on one line.</summary>
    public string Summary() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Addresses.Count} addresses, {Indexable.Count()} pages for search engines, {InSitemaps.Count} in sitemaps: {Broken.Count()} broken, {Redirects.Count()} redirects, {SoftRefusals.Count} soft refusals, {DuplicateTitles.Count()} titles twice, {Canonicals.Count()} canonical addresses amiss, {Incomplete.Count()} incomplete, {UnfitInSitemaps.Count() + OneSidedLanguages.Count()} others");

    private static bool IsRedirect(CrawledAddress address) => (int)address.Status is >= 300 and < 400;
}
