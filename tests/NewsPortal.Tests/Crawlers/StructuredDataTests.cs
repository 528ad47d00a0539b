using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;

namespace NewsPortal.Tests.Crawlers;

/// <summary>What pages tell search engines of themselves.</summary>
public sealed class StructuredDataTests
{
    [Fact]
    public async Task S5_J1_every_part_of_the_news_article_is_what_the_page_shows_and_no_writer_is_invented()
    {
        await using var site = await StartAsync();
        var page = await site.PageAsync("/2026/11/20/full");
        var news = News(page);
        Assert.Equal(page.QuerySelector("h1")!.TextContent, news.GetProperty("headline").GetString());
        Assert.Equal(page.QuerySelector("time.published")!.GetAttribute("datetime"), news.GetProperty("datePublished").GetString());
        Assert.Equal(page.QuerySelector(".crumbs a:last-child")!.TextContent, news.GetProperty("articleSection").GetString());
        Assert.Equal(page.QuerySelectorAll(".tags a").Select(t => t.TextContent), news.GetProperty("keywords").EnumerateArray().Select(k => k.GetString()));
        Assert.Equal(page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), news.GetProperty("mainEntityOfPage").GetString());
        Assert.Equal("NewsMediaOrganization", news.GetProperty("publisher").GetProperty("@type").GetString());
        Assert.True(news.GetProperty("isAccessibleForFree").GetBoolean());
        var writer = Assert.Single(news.GetProperty("author").EnumerateArray());
        Assert.Equal(("Person", "孙一"), (writer.GetProperty("@type").GetString(), writer.GetProperty("name").GetString()));
        Assert.Equal(200, await site.StatusAsync(writer.GetProperty("url").GetString()![site.Address.Length..]));
        var picture = news.GetProperty("image")[0].GetString()!;
        Assert.Equal(Meta(page, "og:image"), picture);
        foreach (var shape in news.GetProperty("image").EnumerateArray())
        {
            Assert.Equal(200, await site.StatusAsync(shape.GetString()![site.Address.Length..]));
        }

        // Where only the source is known it stands for the writer, as an organisation; where nobody is, nobody does.
        var from = Assert.Single(News(await site.PageAsync("/2026/11/20/from")).GetProperty("author").EnumerateArray());
        Assert.Equal(("Organization", "乙报"), (from.GetProperty("@type").GetString(), from.GetProperty("name").GetString()));
        Assert.False(News(await site.PageAsync("/2026/11/20/bare")).TryGetProperty("author", out _));
    }

    [Fact]
    public async Task J2_a_correction_and_a_dateline_stand_there_exactly_where_there_is_one()
    {
        await using var site = await StartAsync();
        foreach (var path in (string[])["/2026/11/20/full", "/2026/11/20/from", "/2026/11/20/bare"])
        {
            Assert.False(News(await site.PageAsync(path)).TryGetProperty("correction", out _), path);
        }

        Assert.Equal("本报云川11月20日电", News(await site.PageAsync("/2026/11/20/full")).GetProperty("dateline").GetString());
        Assert.False(News(await site.PageAsync("/2026/11/20/bare")).TryGetProperty("dateline", out _));
        await using (var db = site.Store.CreateContext())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var id = await db.Articles.Where(a => a.Slug == "bare").Select(a => a.Id).SingleAsync();
            await ChangeLedger.AppendAsync(db, [new Change { Kind = ChangeKind.Corrected, ArticleId = id, AtUtc = site.Clock.GetUtcNow().UtcDateTime, Actor = "chen", Detail = "初稿误写桥长。" }], []);
            await db.Runs.Where(r => r.ArticleId == id).ExecuteDeleteAsync();
            await transaction.CommitAsync();
        }

        await site.RefreshAsync();
        var corrected = Assert.Single(News(await site.PageAsync("/2026/11/20/bare")).GetProperty("correction").EnumerateArray());
        Assert.Equal(("CorrectionComment", "初稿误写桥长。"), (corrected.GetProperty("@type").GetString(), corrected.GetProperty("text").GetString()));
        Assert.False(News(await site.PageAsync("/2026/11/20/full")).TryGetProperty("correction", out _));
    }

    [Fact]
    public async Task S6_the_picture_for_other_sites_is_absolute_and_1200_pixels_wide_where_the_original_is()
    {
        await using var site = await StartAsync();
        await site.DrawPicturesAsync();
        var page = await site.PageAsync("/2026/11/20/full");
        var picture = Meta(page, "og:image")!;
        Assert.StartsWith(site.Address + "/media/", picture, StringComparison.Ordinal);
        var width = int.Parse(Meta(page, "og:image:width")!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(width, 1200, 1600);
        using var drawn = NetVips.Image.NewFromBuffer(await site.Client.GetByteArrayAsync(picture[site.Address.Length..]));
        Assert.Equal((width, Meta(page, "og:image:height")), (drawn.Width, drawn.Height.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("summary_large_image", page.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
        Assert.Equal(page.QuerySelector("h1")!.TextContent, Meta(page, "og:title"));
        Assert.Equal(page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), Meta(page, "og:url"));
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "p.jpg"), APicture.Jpeg(1800, 1000));
        foreach (var article in (AnArticle[])
        [
            AnArticle.Called("新桥“今天”通车 & 两岸相距十分钟").At("2026-11-20 08:00").In("城市").With("slug", "full").With("author", "孙一").With("source", "甲报").With("dateline", "本报云川11月20日电").With("tags", "[桥梁, 交通]").Saying("新桥今天通车，清晨就有许多人来看。\n\n![江](p.jpg \"江\")\n\n桥长三百米。").Under("full.md"),
            AnArticle.Called("只有来源").At("2026-11-20 08:00").In("城市").With("slug", "from").With("source", "乙报").Saying("这一篇只写了来源，没有写是谁采写的。").Under("from.md"),
            AnArticle.Called("什么也没写").At("2026-11-20 08:00").In("城市").With("slug", "bare").Under("bare.md"),
        ])
        {
            var (path, text) = article.ToFile();
            folder.Write(path, text);
        }

        await site.ImportFolderAsync(folder.Path);
        return site;
    }

    private static string? Meta(IDocument page, string property) => page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");

    private static JsonElement News(IDocument page) => Assert.Single(
        page.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonDocument.Parse(s.TextContent).RootElement),
        d => d.TryGetProperty("@type", out var type) && type.GetString() == "NewsArticle");
}
