using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Media;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Auditing;
using NewsPortal.Web.Serving;

namespace NewsPortal.Tests.Auditing;

/// <summary>Breaks a site behind its back: in its store, its kept pages and its files.</summary>
/// <param name="site">The site; each of its pages is kept.</param>
internal sealed partial class FaultPlanter(TestSite site)
{
    private readonly List<(string Kind, string Address)> _planted = [];
    private int _next = 30;

    public async Task<List<(string Kind, string Address)>> PlantAsync()
    {
        await using var db = site.Store.CreateContext();
        await InPagesAsync(db);
        await InTheStoreAsync(db);
        await InFilesAsync(db);
        return _planted;
    }

    private async Task InPagesAsync(NewsDbContext db)
    {
        (string Kind, Func<string, string> Break)[] ways =
        [
            (FaultKind.Canonical, p => p.Replace("<link rel=\"canonical\" href=\"https://news.example/2026", "<link rel=\"canonical\" href=\"http://news.example/2026", StringComparison.Ordinal)),
            (FaultKind.Canonical, p => p.Replace("<link rel=\"canonical\"", "<link rel=\"nothing\"", StringComparison.Ordinal)),
            (FaultKind.Canonical, p => p.Replace("property=\"og:url\" content=\"https://news.example/2026", "property=\"og:url\" content=\"https://news.example/2025", StringComparison.Ordinal)),
            (FaultKind.Headline, p => p.Replace("<h1>第", "<h1>笫", StringComparison.Ordinal)),
            (FaultKind.Headline, p => p.Replace("</header>", "<h1>又一个</h1></header>", StringComparison.Ordinal)),
            (FaultKind.Headline, p => p.Replace("<h1>", "<h2>", StringComparison.Ordinal).Replace("</h1>", "</h2>", StringComparison.Ordinal)),
            (FaultKind.Dates, p => p.Replace("class=\"published\" datetime=\"2026", "class=\"published\" datetime=\"2025", StringComparison.Ordinal)),
            (FaultKind.Dates, p => p.Replace("\"datePublished\":\"2026", "\"datePublished\":\"2025", StringComparison.Ordinal)),
            (FaultKind.Dates, p => p.Replace("\"dateModified\":\"2026", "\"dateModified\":\"2027", StringComparison.Ordinal)),
            (FaultKind.Dates, p => p.Replace("article:modified_time\" content=\"2026", "article:modified_time\" content=\"2027", StringComparison.Ordinal)),
            (FaultKind.Dates, p => p.Replace("article:published_time", "article:published_tine", StringComparison.Ordinal)),
            (FaultKind.StructuredData, p => p.Replace("\"@type\":\"NewsArticle\",", "\"@type\":\"NewsArticle\",,", StringComparison.Ordinal)),
            (FaultKind.StructuredData, p => p.Replace("\"@type\":\"NewsArticle\"", "\"@type\":\"Article\"", StringComparison.Ordinal)),
            (FaultKind.StructuredData, p => p.Replace("\"headline\":\"第", "\"headline\":\"笫", StringComparison.Ordinal)),
            (FaultKind.Text, p => p.Replace("船长说水位正好", "船长说水位太高", StringComparison.Ordinal)),
            (FaultKind.Text, p => p.Replace("<p>夜班延长到", "<p>免费办证 夜班延长到", StringComparison.Ordinal)),
            (FaultKind.Text, p => p.Replace("article-body", "article-bod", StringComparison.Ordinal)),
            (FaultKind.StalePage, p => p.Replace("</body>", string.Empty, StringComparison.Ordinal) + "<!-- -->"),
            (FaultKind.List, p => FirstRelated().Replace(p, m => m.Groups[1].Value + OwnPath().Match(p).Groups[1].Value, 1)),
            (FaultKind.List, p => FirstRelated().Replace(p, m => m.Groups[1].Value + OwnPath().Match(p).Groups[1].Value, 1)),
            (FaultKind.Link, p => p.Replace("<div class=\"tail extra\">", "<div class=\"tail extra\"><a href=\"/2021/01/01/nothing\">x</a>", StringComparison.Ordinal)),
            (FaultKind.Picture, p => p.Replace("<div class=\"tail extra\">", "<div class=\"tail extra\"><img src=\"/media/ab/nothing.jpg\" alt=\"x\">", StringComparison.Ordinal)),
        ];
        foreach (var (kind, way) in ways)
        {
            var article = await NextAsync(db);
            var kept = await db.Runs.SingleAsync(r => r.ArticleId == article.Id);
            var before = Encoding.UTF8.GetString(new Run(kept.Deflated, (uint)kept.Crc, kept.Length, kept.Hash).Inflate());
            var after = way(before);
            Assert.True(before != after, $"nothing to break for {kind}");
            Keep(kept, Run.Of(Encoding.UTF8.GetBytes(after)));
            Planted(kind, article);
        }

        // One that no browser could unpack.
        var broken = await NextAsync(db);
        var run = await db.Runs.SingleAsync(r => r.ArticleId == broken.Id);
        run.Deflated = [.. run.Deflated.Take(40)];
        Planted(FaultKind.Status, broken);
        await db.SaveChangesAsync();
    }

    private async Task InTheStoreAsync(NewsDbContext db)
    {
        // What a page shows of others changed without them.
        for (var i = 0; i < 2; i++)
        {
            var article = await NextAsync(db);
            article.Headline += "改";
            await db.SaveChangesAsync();
            Planted(FaultKind.StalePage, article);
            Planted(FaultKind.Headline, article);
        }

        for (var i = 0; i < 2; i++)
        {
            var article = await NextAsync(db);
            article.RevisedUtc = article.PublishedUtc.AddDays(3);
            await db.SaveChangesAsync();
            Planted(FaultKind.Dates, article);
        }

        foreach (var link in (string[])["/tags/nothing", "/old/20.html", "/sections/nowhere", "/a/999999"])
        {
            var article = await NextAsync(db);
            await SetBodyAsync(db, article, $"<p>见<a href=\"{link}\">这里</a>。</p>");
            Planted(FaultKind.Link, article);
        }

        foreach (var html in (string[])["<figure><img src=\"picture:0\" alt=\"\"></figure>", "<p>前。</p><figure><img src=\"picture:0\" alt=\" \"></figure>"])
        {
            var article = await db.Articles.Include(a => a.Pictures).SingleAsync(a => a.ExternalId == (html[1] == 'f' ? "a4" : "a5"));
            article.Pictures[0].AltText = null;
            await SetBodyAsync(db, article, html);
            Planted(FaultKind.AltText, article);
        }

        foreach (var path in (string[])["/latest", "/about"])
        {
            db.OldAddresses.Add(new OldAddress { Path = path, ArticleId = (await NextAsync(db)).Id });
            _planted.Add((FaultKind.Redirect, path));
        }

        for (var i = 0; i < 2; i++)
        {
            var article = await NextAsync(db);
            await db.Set<NewsPortal.Core.Finding.Searching.SearchEntry>().Where(e => e.ArticleId == article.Id).ExecuteDeleteAsync();
            Planted(FaultKind.Search, article);
        }

        // An address in capitals is led elsewhere, and never says that its article is gone.
        var gone = await db.Articles.SingleAsync(a => a.Status == ArticleStatus.Withdrawn);
        gone.Slug = "GONE";
        Planted(FaultKind.Withdrawn, gone);

        // Two articles that say they are the same page.
        var (first, second) = (await NextAsync(db), await NextAsync(db));
        var (one, two) = (await db.Runs.SingleAsync(r => r.ArticleId == first.Id), await db.Runs.SingleAsync(r => r.ArticleId == second.Id));
        Keep(two, new Run(one.Deflated, (uint)one.Crc, one.Length, one.Hash));
        Planted(FaultKind.Canonical, second);
        Planted(FaultKind.Duplicate, second);
        await db.SaveChangesAsync();
    }

    private async Task InFilesAsync(NewsDbContext db)
    {
        foreach (var id in (string[])["a0", "a1"])
        {
            var article = await db.Articles.Include(a => a.Pictures).ThenInclude(p => p.Picture).SingleAsync(a => a.ExternalId == id);
            MediaFolder.Delete(site.Store.Location, article.Pictures[0].Picture!);
            _planted.Add((FaultKind.Picture, article.Path));
        }
    }

    private static async Task SetBodyAsync(NewsDbContext db, Article article, string html)
    {
        var body = await db.Bodies.SingleAsync(b => b.ArticleId == article.Id);
        body.Html = html;
        await db.SaveChangesAsync();
        await db.Runs.Where(r => r.ArticleId == article.Id).ExecuteDeleteAsync();
    }

    private static void Keep(ArticleRun kept, Run run) =>
        (kept.Deflated, kept.Crc, kept.Length, kept.Hash) = (run.Deflated, run.Crc, run.Length, run.Hash);

    private Task<Article> NextAsync(NewsDbContext db)
    {
        var id = $"a{_next++}";
        return db.Articles.SingleAsync(a => a.ExternalId == id);
    }

    private void Planted(string kind, Article article) => _planted.Add((kind, article.Path));

    [GeneratedRegex("(<section id=\"related\">.*?<a href=\")[^\"]+", RegexOptions.Singleline)]
    private static partial Regex FirstRelated();

    [GeneratedRegex("<link rel=\"canonical\" href=\"https://news.example([^\"]+)")]
    private static partial Regex OwnPath();
}
