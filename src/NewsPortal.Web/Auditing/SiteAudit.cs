using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Finding.Searching;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Hosting;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Auditing;

/// <summary>
/// The site's audit of itself: asks every page as a crawler would, and compares what they say with the store and with one
/// another. It changes nothing.
/// </summary>
/// <param name="host">The site, standing still at one row of the ledger.</param>
/// <param name="store">The store.</param>
public sealed class SiteAudit(PrivateSite host, NewsStore store)
{
    // Lists are asked page by page; what they lead to is asked for its status alone.
    private static readonly string[] FixedPages = ["/", "/latest", "/hot", "/corrections", "/about"];

    private readonly SiteSnapshot _site = host.Snapshot;

    /// <summary>Runs it.</summary>
    /// <param name="found">Told of each fault, one at a time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many articles and addresses were looked at, and how many faults were found.</returns>
    public async Task<AuditReport> RunAsync(Action<SiteFault> found, CancellationToken cancellationToken = default)
    {
        var gate = new Lock();
        var faults = 0;
        var reader = new PageReader(host.Client);
        var links = new LinkAudit(reader);
        var published = await PublishedAsync(cancellationToken);
        await Parallel.ForEachAsync(published.Values, Options(cancellationToken), async (article, cancelled) =>
        {
            if (await Articles(reader).CheckAsync(article, Say, cancelled) is { } page)
            {
                Note(page, links, Say);
            }

            await SearchAsync(article, Say, cancelled);
        });
        await CrawlersAsync(reader, published, links, Say, cancellationToken);
        await FixedAsync(reader, links, Say, cancellationToken);
        var addresses = await LinksAsync(reader, links, Say, cancellationToken);
        await links.CheckPicturesAsync(Say, cancellationToken);
        await LeavingAsync(reader, Say, cancellationToken);
        return new AuditReport(published.Count, addresses, faults);

        void Say(SiteFault fault)
        {
            lock (gate)
            {
                faults++;
                found(fault);
            }
        }
    }

    private static ParallelOptions Options(CancellationToken cancellationToken) => new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };

    private ArticleAudit Articles(PageReader reader) =>
        new(store, reader, host.Services.GetRequiredService<ViewRenderer>(), _site, host.Services.GetRequiredService<CurrentSite>().Fingerprint);

    private async Task<Dictionary<string, AuditedArticle>> PublishedAsync(CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        return await db.Articles.AsNoTracking().Visible().OrderBy(a => a.Id)
            .ToDictionaryAsync(a => a.Path, a => new AuditedArticle(a, a.Published(_site.Zone), a.Modified(_site.Zone)), cancellationToken);
    }

    private async Task SearchAsync(AuditedArticle article, Action<SiteFault> found, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        var answer = await ArticleSearch.SearchAsync(db, new SearchRequest($"\"{article.Article.Headline.Replace('"', ' ')}\""), _site.Zone, cancellationToken);
        var all = answer.Hits.Any(h => h.Article.Id == article.Article.Id) || answer.PageCount > 1
            || article.Article.Headline.All(c => !char.IsLetterOrDigit(c));
        if (!all)
        {
            found(new SiteFault(FaultKind.Search, article.Path, "is not found by its own headline"));
        }
    }

    private async Task CrawlersAsync(PageReader reader, Dictionary<string, AuditedArticle> published, LinkAudit links, Action<SiteFault> found, CancellationToken cancellationToken)
    {
        var crawlers = new CrawlerAudit(reader, _site);
        var named = await crawlers.SitemapsAsync(found, cancellationToken);
        foreach (var article in published.Values)
        {
            if (!named.Remove(article.Path, out var modified))
            {
                found(new SiteFault(FaultKind.Sitemap, article.Path, "is published and stands in no sitemap"));
            }
            else if (modified != article.Modified)
            {
                found(new SiteFault(FaultKind.Dates, article.Path, $"the sitemap says {modified}, the store {article.Modified}"));
            }
        }

        foreach (var other in named.Keys)
        {
            // Lists and archives are among them; an article that is not published answers for itself.
            links.Note(new ReadPage("/sitemap.xml", HttpStatusCode.OK, null, null, string.Empty, null) { Named = [other] });
        }

        foreach (var folder in _site.Sections.Select(s => $"/sections/{s.Slug}").Prepend("/corrections").Prepend(string.Empty))
        {
            await crawlers.FeedsAsync(folder, published, found, cancellationToken);
        }
    }

    private async Task FixedAsync(PageReader reader, LinkAudit links, Action<SiteFault> found, CancellationToken cancellationToken)
    {
        foreach (var path in FixedPages.Where(p => p != "/hot" || _site.HasHot).Concat(_site.Sections.Select(s => $"/sections/{s.Slug}")))
        {
            var page = await reader.ReadAsync(path, cancellationToken);
            if (page.Status != HttpStatusCode.OK)
            {
                found(new SiteFault(FaultKind.Status, path, $"answers {(int)page.Status}"));
                continue;
            }

            Note(page, links, found);
        }
    }

    // Pages that nothing but a link leads to are read too, once: lists, archives, names.
    private async Task<int> LinksAsync(PageReader reader, LinkAudit links, Action<SiteFault> found, CancellationToken cancellationToken)
    {
        var asked = 0;
        for (var unknown = links.Unknown.ToList(); unknown.Count > 0; unknown = [.. links.Unknown])
        {
            await Parallel.ForEachAsync(unknown, Options(cancellationToken), async (link, cancelled) =>
            {
                Interlocked.Increment(ref asked);
                if (link.Contains('?', StringComparison.Ordinal) || link.StartsWith("/assets/", StringComparison.Ordinal) || link.StartsWith("/files/", StringComparison.Ordinal))
                {
                    var (status, location) = await reader.StatusAsync(link, cancelled);
                    links.Judge(link, status, location, found);
                    return;
                }

                var page = await reader.ReadAsync(link, cancelled);
                links.Judge(link, page.Status, page.Location, found);
                if (page.Status == HttpStatusCode.OK && page.Document is not null)
                {
                    Note(page, links, found);
                }
            });
        }

        return asked;
    }

    private void Note(ReadPage page, LinkAudit links, Action<SiteFault> found)
    {
        links.Know(page.Path);
        links.Note(page);
        if (page.Document!.QuerySelector("meta[name=robots][content*=noindex]") is not null)
        {
            return;
        }

        var canonical = page.Document.QuerySelector("link[rel=canonical]")?.GetAttribute("href");
        if (canonical is null || canonical != _site.BaseUrl + (page.Path))
        {
            found(new SiteFault(FaultKind.Canonical, page.Path, $"the canonical address is {canonical ?? "missing"}"));
            if (canonical?.StartsWith(_site.BaseUrl + "/", StringComparison.Ordinal) == true)
            {
                found(new SiteFault(FaultKind.Duplicate, page.Path, $"says that it is the same page as {canonical}"));
            }
        }

        if (page.StructuredData().Contains(null))
        {
            found(new SiteFault(FaultKind.StructuredData, page.Path, "structured data does not parse"));
        }
    }

    private static string Escaped(string old)
    {
        var query = old.IndexOf('?', StringComparison.Ordinal);
        return string.Join('/', (query < 0 ? old : old[..query]).Split('/').Select(Uri.EscapeDataString)) + (query < 0 ? string.Empty : old[query..]);
    }

    // Old addresses lead to a published article in one hop or are gone with it; withdrawn articles are gone.
    private async Task LeavingAsync(PageReader reader, Action<SiteFault> found, CancellationToken cancellationToken)
    {
        await using var db = store.CreateContext();
        await foreach (var old in db.OldAddresses.AsNoTracking().OrderBy(o => o.Path).Select(o => new { o.Path, o.Article.Day, o.Article.Slug, o.Article.Status }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var (status, location) = await reader.StatusAsync(Escaped(old.Path), cancellationToken);
            var target = ArticleAddress.Of(old.Day, old.Slug);
            var right = old.Status switch
            {
                ArticleStatus.Published => status == HttpStatusCode.MovedPermanently && location == target,
                ArticleStatus.Withdrawn => status == HttpStatusCode.Gone,
                _ => status == HttpStatusCode.NotFound,
            };
            if (!right)
            {
                found(new SiteFault(FaultKind.Redirect, old.Path, $"answers {(int)status} {location}, not the way to {target}"));
            }
        }

        await foreach (var gone in db.Articles.AsNoTracking().Where(a => a.Status == ArticleStatus.Withdrawn).Select(a => new { a.Day, a.Slug }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var path = ArticleAddress.Of(gone.Day, gone.Slug);
            var (status, _) = await reader.StatusAsync(path, cancellationToken);
            if (status != HttpStatusCode.Gone)
            {
                found(new SiteFault(FaultKind.Withdrawn, path, $"was withdrawn and answers {(int)status}"));
            }
        }
    }
}

/// <summary>What an audit looked at.</summary>
/// <param name="Articles">Published articles.</param>
/// <param name="Addresses">Other addresses that pages and sitemaps lead to.</param>
/// <param name="Faults">Faults found.</param>
public sealed record AuditReport(int Articles, int Addresses, int Faults)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Articles} articles and {Addresses} other addresses checked, {Faults} faults");
}
