using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using NewsPortal.Core.Reading;
using NewsPortal.Tests.Browser;

namespace NewsPortal.Tests.Crawlers;

/// <summary>What search engines ask of every page, over the whole sample site.</summary>
/// <param name="sample">The sample site.</param>
[Collection(SampleSiteCollection.Name)]
public sealed class SamplePagesTests(SampleSite sample) : IAsyncLifetime
{
    private SampleCrawl _crawl = null!;

    // Googlebot reads 2 MB of a page (15 MB of other files); the head and the beginning of the text are to come early.
    private const int MostBytes = 2_000_000;
    private const int Early = 100_000;

    public async Task InitializeAsync() => _crawl = await sample.CrawlAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void S1_an_article_has_one_absolute_canonical_address_which_is_that_of_the_sitemap()
    {
        var listed = _crawl.Report.InSitemaps.Select(p => _crawl.Site.Address + p).ToHashSet(StringComparer.Ordinal);
        foreach (var path in _crawl.Articles)
        {
            Assert.Equal(_crawl.Site.Address + path, Assert.Single(_crawl.Report.Addresses[path].Page!.Canonicals));
            Assert.Contains(_crawl.Site.Address + path, listed);
        }

        Assert.Empty(_crawl.Report.Canonicals);
    }

    [Fact]
    public void S16_C4_a_page_names_a_version_in_another_language_only_where_that_names_it_too()
    {
        Assert.Empty(_crawl.Report.OneSidedLanguages);

        // Articles have one version, and so far nothing else has two.
        Assert.All(_crawl.Report.Indexable, a => Assert.Empty(a.Page!.Languages));
    }

    [Fact]
    public void H5_a_page_is_far_below_what_crawlers_read_and_its_text_begins_early()
    {
        foreach (var (path, text) in _crawl.Texts.Where(t => _crawl.Report.Addresses[t.Key].Page is not null))
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, MostBytes / 4);
            var early = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text).AsSpan(0, Math.Min(Early, Encoding.UTF8.GetByteCount(text))));
            Assert.Contains("</title>", early, StringComparison.Ordinal);
            Assert.Contains("<h1", early, StringComparison.Ordinal);
        }

        foreach (var path in _crawl.Articles)
        {
            var text = _crawl.Texts[path];
            var begin = text.IndexOf("<div class=\"article-body\">", StringComparison.Ordinal);
            Assert.InRange(Encoding.UTF8.GetByteCount(text.AsSpan(0, begin)), 1, Early / 2);
            Assert.True(text.IndexOf("<meta name=\"description\"", StringComparison.Ordinal) is > 0 and var head && head < begin, path);
        }
    }

    [Fact]
    public async Task B5_the_whole_text_stands_in_the_page_and_no_wall_or_script_before_it()
    {
        await using var db = _crawl.Site.Store.CreateContext();
        foreach (var article in db.Articles.Visible().Select(a => new { a.Day, a.Slug, a.Body!.Text }).ToList())
        {
            var page = new HtmlParser().ParseDocument(_crawl.Texts[Core.Articles.ArticleAddress.Of(article.Day, article.Slug)]);
            var shown = Bare(page.QuerySelector(".article-body")!.TextContent);
            Assert.All(article.Text.Split('\n').Select(Bare).Where(l => l.Length > 0), line => Assert.Contains(line, shown, StringComparison.Ordinal));
            Assert.Empty(page.QuerySelectorAll("script:not([type='application/ld+json']), dialog, [hidden] .article-body, .article-body [hidden], iframe"));
        }
    }

    [Fact]
    public async Task F5_site_and_section_pages_offer_their_feeds_and_these_answer_304()
    {
        var sections = _crawl.Report.Addresses.Keys.Where(p => p.StartsWith("/sections/", StringComparison.Ordinal) && p.Count(c => c == '/') == 2 && !p.Contains('?', StringComparison.Ordinal)).ToList();
        Assert.True(sections.Count >= 6, $"{sections.Count} sections");
        string[] every = ["/feed.xml", "/atom.xml", "/feed.json"];
        foreach (var page in _crawl.Report.Indexable)
        {
            Assert.Subset(page.Page!.Feeds.ToHashSet(), every.ToHashSet());
        }

        foreach (var section in sections)
        {
            Assert.Equal([.. every, section + "/feed.xml", section + "/atom.xml"], _crawl.Report.Addresses[section].Page!.Feeds);
        }

        foreach (var feed in _crawl.Report.Indexable.SelectMany(p => p.Page!.Feeds).Distinct())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, feed);
            request.Headers.IfNoneMatch.Add(_crawl.Report.Addresses[feed].Tag!);
            using var answer = await _crawl.Site.Client.SendAsync(request);
            Assert.Equal((feed, HttpStatusCode.NotModified), (feed, answer.StatusCode));
        }
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
