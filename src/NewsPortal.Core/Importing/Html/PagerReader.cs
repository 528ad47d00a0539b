using AngleSharp.Dom;
using NewsPortal.Core.Importing.Lines;
using NewsPortal.Core.Importing.Variants;

namespace NewsPortal.Core.Importing.Html;

/// <summary>
/// Finds out whether a page is one of several that make an article. Links tell, where they lead to the page's own address
/// with another page number: <c>rel=next</c> and 下一页 alone mostly lead to the next article.
/// </summary>
internal static class PagerReader
{
    private const int MostLinks = 5000;
    private const int MostPages = 200;

    /// <summary>Reads it.</summary>
    /// <param name="document">The page, before anything is taken out of it.</param>
    /// <param name="blocks">Its lines.</param>
    /// <param name="own">The addresses under which it may have stood.</param>
    /// <returns>Null for a page that is an article of its own.</returns>
    public static PageOfArticle? Read(IDocument document, IReadOnlyList<PageBlock> blocks, OwnAddresses own)
    {
        var said = Said(blocks);
        var links = Links(document, own);
        var isNumbered = links.Exists(l => l.Label > 0 && l.Label - l.Address.Number is 0 or 1);
        var self = own.Pages.FirstOrDefault(o => o.Number is not null && links.Exists(l => l.Address.IsBeside(o)));
        if (links.Count > 0 && self?.Number > 1 && !isNumbered && !links.Exists(l => l.Address.Number is null))
        {
            // news-12 between news-11 and news-13: articles that are counted, not pages.
            links.Clear();
        }

        if (links.Count == 0)
        {
            return Math.Max(said.Number, said.Count) > 1 && said.Number > 0 ? Of(said.Number, said.Count, own.Pages.Count > 0 ? own.Pages[0] : null) : null;
        }

        // Some systems count the addresses from 0 or from the second page on.
        var ahead = isNumbered && !links.Exists(l => l.Label > 1 && l.Label == l.Address.Number) ? 1 : 0;
        int PageOf(PageAddress address) => address.Number is { } number ? number + ahead : 1;
        var last = links.Max(l => Math.Max(PageOf(l.Address), l.Label));
        var number = said.Number > 0 ? said.Number
            : self is not null ? PageOf(self)
            : Between(links, PageOf) ?? Unlinked(links, last) ?? 1;
        var address = links[0].Address;
        return Of(number, Math.Max(said.Count, last), own.Pages.FirstOrDefault(o => o.Path.Length > 0 && o.IsBeside(address)) ?? address);
    }

    private static PageOfArticle? Of(int number, int count, PageAddress? address) =>
        number is < 1 or > MostPages || Math.Max(number, count) is < 2 or > MostPages ? null
            : new(number, Math.Max(number, count), address is { Path.Length: 0, Query.Length: 0 } ? null : address);

    private static (int Number, int Count) Said(IReadOnlyList<PageBlock> blocks)
    {
        foreach (var block in blocks.Where(b => b.Verdict.As == "pager" && b.Role == LineRole.Tool))
        {
            if (PagerLine.Numbers(LineShape.Compact(block.Text)) is var said && said != (0, 0)) return said;
        }

        return (0, 0);
    }

    private static List<(int Label, PageAddress Address)> Links(IDocument document, OwnAddresses own)
    {
        var links = new List<(int Label, PageAddress Address)>();
        foreach (var element in document.QuerySelectorAll("a[href],link[rel][href]").Take(MostLinks))
        {
            var rel = element.GetAttribute("rel")?.ToLowerInvariant();
            var label = element.LocalName == "a" && element.TextContent.Length < 40 ? PagerLine.LinkOf(LineShape.Compact(element.TextContent.Trim())) : 0;
            label = label != 0 ? label : rel == "next" ? PagerLine.Next : rel is "prev" or "previous" ? PagerLine.Previous : 0;
            var href = element.GetAttribute("href");
            if (label == 0 || href is null || href.Contains("comment", StringComparison.OrdinalIgnoreCase) || PageAddress.Of(href) is not { } address) continue;
            if (!IsInComments(element)) links.Add((label, address));
        }

        var self = own.Pages.Where(o => links.Exists(l => l.Address.IsBeside(o))).ToList();

        // A page that was saved without its address: its pager's links name an article by its number.
        if (self.Count == 0 && !own.IsStated) self = [.. links.Where(l => l.Label > 1 && l.Address.HasArticleNumber && l.Label - l.Address.Number is 0 or 1).Select(l => l.Address).Take(1)];
        links.RemoveAll(l => !self.Exists(l.Address.IsBeside) || (l.Address.Number is null && l.Label > 1));
        return links.Exists(l => l.Address.Number is not null) || self.Exists(o => o.Number is not null) ? links : [];
    }

    private static bool IsInComments(IElement element)
    {
        for (var parent = element.ParentElement; parent is not null; parent = parent.ParentElement)
        {
            if (ElementHints.SaysComments(parent)) return true;
        }

        return false;
    }

    // On the first page 上一页, on the last one 下一页 may lead to the page itself: both count only where they agree.
    private static int? Between(List<(int Label, PageAddress Address)> links, Func<PageAddress, int> pageOf)
    {
        var back = links.Where(l => l.Label == PagerLine.Previous).Select(l => (int?)pageOf(l.Address) + 1).FirstOrDefault();
        var on = links.Where(l => l.Label == PagerLine.Next).Select(l => (int?)pageOf(l.Address) - 1).FirstOrDefault();
        return back == on || on is null ? back : back is null ? on : null;
    }

    private static int? Unlinked(List<(int Label, PageAddress Address)> links, int last)
    {
        var linked = links.Where(l => l.Label > 0).Select(l => l.Label).ToHashSet();
        return linked.Count == 0 ? null : Enumerable.Range(1, last + 1).Cast<int?>().FirstOrDefault(n => !linked.Contains(n!.Value));
    }
}
