using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Web.Serving;

namespace NewsPortal.Web.Auditing;

/// <summary>Compares an article's page with what the store says of it.</summary>
/// <param name="store">The store.</param>
/// <param name="reader">Asks the site.</param>
/// <param name="renderer">Renders a page anew.</param>
/// <param name="site">The site.</param>
/// <param name="fingerprint">What marks a kept page as made by this program with these settings.</param>
internal sealed class ArticleAudit(NewsStore store, PageReader reader, ViewRenderer renderer, SiteSnapshot site, string fingerprint)
{
    /// <summary>Looks at one article.</summary>
    /// <param name="audited">The article.</param>
    /// <param name="found">Told of each fault.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The page; null where it is none.</returns>
    public async Task<ReadPage?> CheckAsync(AuditedArticle audited, Action<SiteFault> found, CancellationToken cancellationToken)
    {
        var page = await reader.ReadAsync(audited.Path, cancellationToken);
        if (page.Status != HttpStatusCode.OK || page.Document is null)
        {
            Say(FaultKind.Status, $"is published and answers {(int)page.Status}");
            return null;
        }

        await using var db = store.CreateContext();
        if (await ArticlePage.LoadAsync(db, audited.Article.Id, site, cancellationToken) is not { } stored)
        {
            return null;
        }

        Head(page, audited, Say);
        Dates(page, audited, Say);
        StructuredData(page, audited, Say);
        Body(page, stored, Say);
        await KeptAsync(stored, db, Say);
        foreach (var figure in page.Document.QuerySelectorAll(".article-body img").Where(i => string.IsNullOrWhiteSpace(i.GetAttribute("alt"))
            && i.Closest("figure")?.QuerySelector("figcaption") is null && string.IsNullOrEmpty(i.Closest("figure")?.TextContent.Trim()) && !IsDecorative(i.GetAttribute("src"))))
        {
            Say(FaultKind.AltText, $"nobody says what {figure.GetAttribute("src")} shows: it has neither a caption nor an alternative text");
        }

        foreach (var link in page.Document.QuerySelectorAll("#related a").Where(a => a.GetAttribute("href") == audited.Path))
        {
            Say(FaultKind.List, $"stands in its own related list ({link.TextContent.Trim()})");
        }

        return page;

        // Somebody chose that it says nothing.
        bool IsDecorative(string? address) => stored.Article.Pictures.Any(p => p is { AltText.Length: 0, Picture: { } shown } && address?.Contains(shown.Path[..^shown.Extension.Length], StringComparison.Ordinal) == true);

        void Say(string kind, string message) => found(new SiteFault(kind, audited.Path, message));
    }

    private void Head(ReadPage page, AuditedArticle audited, Action<string, string> say)
    {
        var canonical = page.Document!.QuerySelectorAll("link[rel=canonical]").Select(l => l.GetAttribute("href")).ToList();
        if (canonical.Count > 1)
        {
            say(FaultKind.Canonical, $"the page has {canonical.Count} canonical addresses");
        }

        if (page.Meta("og:url") != site.BaseUrl + audited.Path)
        {
            say(FaultKind.Canonical, $"og:url is {page.Meta("og:url") ?? "missing"}");
        }

        var headlines = page.Document.QuerySelectorAll("h1").Select(h => Plain(h.TextContent)).ToList();
        if (headlines is not [var headline] || headline != Plain(audited.Article.Headline))
        {
            say(FaultKind.Headline, headlines.Count == 1 ? $"the page is headed \"{headlines[0]}\"" : $"the page has {headlines.Count} h1");
        }
    }

    private static void Dates(ReadPage page, AuditedArticle audited, Action<string, string> say)
    {
        Compare("time.published", page.Document!.QuerySelector("article time.published")?.GetAttribute("datetime"), audited.Published);
        Compare("time.revised", page.Document!.QuerySelector("article time.revised")?.GetAttribute("datetime"), audited.Article.RevisedUtc is null ? null : audited.Modified);
        Compare("article:published_time", page.Meta("article:published_time"), audited.Published);
        Compare("article:modified_time", page.Meta("article:modified_time"), audited.Modified);
        var modified = audited.Article.ModifiedUtc();
        Compare("Last-Modified", page.LastModified?.ToString("O"), modified.AddTicks(-(modified.Ticks % TimeSpan.TicksPerSecond)).ToString("O"));

        void Compare(string where, string? stated, string? stored)
        {
            if (stated != stored)
            {
                say(FaultKind.Dates, $"{where} says {stated ?? "nothing"}, the store {stored ?? "nothing"}");
            }
        }
    }

    private void StructuredData(ReadPage page, AuditedArticle audited, Action<string, string> say)
    {
        var data = page.StructuredData().ToList();
        if (data.Contains(null))
        {
            say(FaultKind.StructuredData, "structured data does not parse");
        }

        var articles = data.OfType<JsonElement>().Where(d => Text(d, "@type") == "NewsArticle").ToList();
        if (articles is not [var article])
        {
            say(FaultKind.StructuredData, $"the page has {articles.Count} NewsArticle");
            return;
        }

        (string Name, string? Stored)[] wanted =
            [("headline", audited.Article.Headline), ("datePublished", audited.Published), ("dateModified", audited.Modified), ("url", site.BaseUrl + audited.Path)];
        foreach (var (name, stored) in wanted.Where(w => Text(article, w.Name) != w.Stored))
        {
            say(name.StartsWith("date", StringComparison.Ordinal) ? FaultKind.Dates : FaultKind.StructuredData, $"{name} in structured data is {Text(article, name) ?? "missing"}, the store says {stored}");
        }
    }

    // Only letters and signs: where lines break is the page's business.
    private static void Body(ReadPage page, ArticlePage stored, Action<string, string> say)
    {
        using var wanted = new HtmlParser().ParseDocument(stored.Body.Value);
        var cover = page.Document!.QuerySelector(".article-body > figure:first-child");
        var above = stored.Cover is null ? string.Empty : Plain(cover?.TextContent ?? string.Empty);
        var (shown, text) = (Plain(page.Document.QuerySelector(".article-body")?.TextContent ?? string.Empty), above + Plain(wanted.Body!.TextContent));
        if (shown != text)
        {
            var at = shown.Zip(text).TakeWhile(p => p.First == p.Second).Count();
            say(FaultKind.Text, $"readers see another text from character {at}: \"{Part(shown, at)}\" for \"{Part(text, at)}\"");
        }
    }

    private async Task KeptAsync(ArticlePage stored, NewsDbContext db, Action<string, string> say)
    {
        var kept = await db.Runs.FindAsync(stored.Article.Id);
        if (kept is null || kept.Fingerprint != fingerprint)
        {
            return;
        }

        var made = Run.Of(await renderer.RenderAsync("/Pages/Shared/ArticleRun.cshtml", stored));
        if (made.Hash != kept.Hash || made.Crc != kept.Crc || !made.Deflated.AsSpan().SequenceEqual(kept.Deflated))
        {
            say(FaultKind.StalePage, "the page that is kept is not what the store makes of the article now");
        }
    }

    private static string? Text(JsonElement json, string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Part(string text, int at) => text.Substring(Math.Min(at, text.Length), Math.Min(20, text.Length - Math.Min(at, text.Length)));
}
