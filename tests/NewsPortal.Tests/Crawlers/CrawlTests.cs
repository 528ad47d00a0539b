using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;
using NewsPortal.Tests.Pages;

namespace NewsPortal.Tests.Crawlers;

/// <summary>The site as a crawler walks it.</summary>
/// <param name="site">A site with a little of everything.</param>
public sealed partial class CrawlTests(ReaderSite site) : IClassFixture<ReaderSite>
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Image = "http://www.google.com/schemas/sitemap-image/1.1";

    [Fact]
    public async Task S12_H1_every_address_that_pages_lead_to_answers_200_and_304_the_second_time_and_head_says_what_get_says()
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>(["/", "/sitemap.xml", "/news-sitemap.xml", "/feeds.opml", "/robots.txt", "/opensearch.xml"]);
        while (open.TryDequeue(out var path) && seen.Count < 400)
        {
            if (seen.ContainsKey(path))
            {
                continue;
            }

            using var answer = await site.Client.GetAsync(path);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answers {(int)answer.StatusCode}");
            Assert.True(answer.Headers.ETag is { IsWeak: false }, $"{path} has no strong validator");
            seen.Add(path, answer.Headers.ETag!.Tag);
            foreach (Match link in Links().Matches(text))
            {
                open.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value.Split('#')[0]));
            }

            foreach (Match link in Locations().Matches(text))
            {
                open.Enqueue(link.Groups[1].Value[site.BaseUrl.Length..] is { Length: > 0 } local ? local : "/");
            }
        }

        Assert.True(seen.Count > 60, $"{seen.Count} addresses");
        foreach (var (path, tag) in seen)
        {
            using var again = new HttpRequestMessage(HttpMethod.Get, path);
            again.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var answer = await site.Client.SendAsync(again);
            Assert.True(answer.StatusCode == HttpStatusCode.NotModified, $"{path} answers {(int)answer.StatusCode} to its own validator");
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal(tag, answer.Headers.ETag!.Tag);
            using var head = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
            using var get = await site.Client.GetAsync(path);
            Assert.Equal(Told(get), Told(head));
        }
    }

    [Fact]
    public async Task G2_a_change_touches_the_sitemap_of_its_month_alone_and_names_pictures()
    {
        await using var own = await TestSite.StartAsync();
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "p.jpg"), APicture.Jpeg(340, 200));
        foreach (var file in new[] { AnArticle.Called("十月的事").At("2026-10-03 08:00").With("slug", "october"), AnArticle.Called("九月的事").At("2026-09-03 08:00").With("slug", "september").Saying("正文。\n\n![江](p.jpg \"江\")") })
        {
            var (path, text) = file.ToFile();
            folder.Write(path, text);
        }

        await own.ImportFolderAsync(folder.Path);
        var before = await TagsAsync(own);
        var september = XDocument.Parse(await own.Client.GetStringAsync("/sitemaps/articles-2026-09-1.xml"));
        var picture = Assert.Single(september.Descendants(Image + "loc")).Value;
        Assert.Equal(200, await own.StatusAsync(picture[own.Address.Length..]));
        own.Clock.Pass(TimeSpan.FromHours(1));
        await using (var db = own.Store.CreateContext())
        {
            var article = await db.Articles.WithEverything().SingleAsync(a => a.Slug == "october");
            await using var edition = await Edition.BeginAsync(db, own.Clock, "chen");
            var terms = TermFrequencies.Of(article.Headline, article.Body!.Text);
            article.Headline += "（更新）";
            edition.Revise(article, article.Body, terms);
            await edition.CommitAsync();
        }

        await own.RefreshAsync();
        var after = await TagsAsync(own);
        Assert.NotEqual(before["/sitemaps/articles-2026-10-1.xml"], after["/sitemaps/articles-2026-10-1.xml"]);
        Assert.Equal(before["/sitemaps/articles-2026-09-1.xml"], after["/sitemaps/articles-2026-09-1.xml"]);
        var index = XDocument.Parse(await own.Client.GetStringAsync("/sitemap.xml"));
        Assert.Equal("2026-11-24T11:00:00+08:00", index.Descendants(Sitemap + "sitemap").Single(s => s.Element(Sitemap + "loc")!.Value.Contains("2026-10", StringComparison.Ordinal)).Element(Sitemap + "lastmod")!.Value);
    }

    [Fact]
    public async Task J2_corrections_have_a_feed_of_their_own_in_every_format()
    {
        var rss = XDocument.Parse(await site.TextAsync("/corrections/feed.xml"));
        var item = rss.Descendants("item").First(i => i.Element("description")!.Value.Contains("初稿误写桥长", StringComparison.Ordinal));
        Assert.EndsWith("/full", item.Element("link")!.Value, StringComparison.Ordinal);
        Assert.Matches(":correction/[0-9]+$", item.Element("guid")!.Value);
        Assert.Contains("初稿误写桥长", await site.TextAsync("/corrections/atom.xml"), StringComparison.Ordinal);
        Assert.Contains("初稿误写桥长", await site.TextAsync("/corrections/feed.json"), StringComparison.Ordinal);
        Assert.Contains("href=\"/corrections/feed.xml\"", await site.TextAsync("/corrections"), StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, string>> TagsAsync(TestSite own)
    {
        var tags = new Dictionary<string, string>();
        foreach (var path in (string[])["/sitemaps/articles-2026-10-1.xml", "/sitemaps/articles-2026-09-1.xml"])
        {
            using var answer = await own.Client.GetAsync(path);
            tags[path] = answer.Headers.ETag!.Tag;
        }

        return tags;
    }

    private static string Told(HttpResponseMessage answer) => string.Join('\n', answer.Headers.Concat(answer.Content.Headers)
        .Where(h => h.Key is not ("Date" or "Transfer-Encoding")).OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}"));

    [GeneratedRegex("href=\"(/[^\"/][^\"]*|/)\"")]
    private static partial Regex Links();

    [GeneratedRegex("<loc>([^<]+)</loc>")]
    private static partial Regex Locations();
}
