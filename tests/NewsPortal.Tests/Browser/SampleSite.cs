using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsPortal.Core.Reading;
using NewsPortal.Tests.Crawlers;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Browser;

/// <summary>The site with the sample content, and a browser where there is one, for all tests that only look at it.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    private TestBrowser? _browser;
    private Task<SampleCrawl>? _crawl;

    public TestSite Site { get; private set; } = null!;

    public IBrowser Browser => _browser!.Browser;

    /// <summary>One address of every type of page, by the type's name.</summary>
    public IReadOnlyList<(string Name, string Path)> Pages { get; private set; } = [];

    public async Task InitializeAsync()
    {
        // What is read must not change what other tests look at.
        Site = await TestSite.StartAsync("--NewsPortal:Site:CountReads=false");
        await Site.ImportFolderAsync(Path.Combine(Environs.Root, "content"));
        if (Environs.Chromium is not { } chromium) return;
        _browser = await TestBrowser.StartAsync(chromium);
        Pages = await FindPagesAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        await Site.DisposeAsync();
    }

    /// <summary>Opens a page of the browser, as a screen shows it.</summary>
    /// <param name="width">Its width in pixels of CSS.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="script">False to switch script off.</param>
    /// <param name="height">Its height.</param>
    public async Task<IPage> OpenAsync(int width, ColorScheme scheme = ColorScheme.Light, bool script = true, int height = 900) =>
        await (await Browser.NewContextAsync(new() { JavaScriptEnabled = script, ColorScheme = scheme, ViewportSize = new() { Width = width, Height = height } })).NewPageAsync();

    /// <summary>The addresses of all public articles, the longest first.</summary>
    public async Task<IReadOnlyList<string>> ArticlesAsync()
    {
        await using var db = Site.Store.CreateContext();
        return [.. (await db.Articles.Visible().OrderByDescending(a => a.CharacterCount).ToListAsync()).Select(a => a.Path)];
    }

    /// <summary>What a crawler sees of it; the first test that asks has it walked.</summary>
    internal Task<SampleCrawl> CrawlAsync() => _crawl ??= SampleCrawl.WalkAsync(Site);

    private async Task<List<(string Name, string Path)>> FindPagesAsync()
    {
        await using var db = Site.Store.CreateContext();
        var articles = await db.Articles.Visible().Include(a => a.Pictures).Include(a => a.Tags).ThenInclude(t => t.Tag).Include(a => a.Source).Include(a => a.Section).OrderBy(a => a.Id).ToListAsync();
        var story = articles.GroupBy(a => a.StoryId).MaxBy(g => g.Count())!.Key;
        var day = articles.GroupBy(a => a.Day).MaxBy(g => g.Count())!.First();
        return
        [
            ("front", "/"),
            ("article-pictures", articles.MaxBy(a => a.Pictures.Count(p => p.PictureId is not null))!.Path),
            ("article-plain", articles.Where(a => a.Pictures.Count == 0).MaxBy(a => a.CharacterCount)!.Path),
            ("article-reprinted", articles.GroupBy(a => a.ReportId).MaxBy(g => g.Count())!.First().Path),
            ("latest", "/latest"),
            ("section", "/sections/" + day.Section!.Slug),
            ("tag", "/tags/" + articles.SelectMany(a => a.Tags).GroupBy(t => t.Tag.Slug).MaxBy(g => g.Count())!.Key),
            ("source", "/sources/" + articles.First(a => a.Source is not null).Source!.Slug),
            ("story", "/stories/" + (await db.Stories.SingleAsync(s => s.Id == story)).Slug),
            ("day", day.Path[..11]),
            ("month", day.Path[..8]),
            ("search", "/search?q=%E5%BD%97%E6%98%9F"),
            ("search-nothing", "/search?q=zzqx"),
            ("corrections", "/corrections"),
            ("about", "/about"),
            ("error", "/nothing-here"),
        ];
    }
}

/// <summary>Tests that share one sample site.</summary>
[CollectionDefinition(Name)]
public sealed class SampleSiteCollection : ICollectionFixture<SampleSite>
{
    public const string Name = "sample site";
}
