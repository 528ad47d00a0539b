using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Exporting;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Importing.Moves;

/// <summary>Pages beside the articles move with them: from WordPress, and from one store of ours to another.</summary>
public sealed class FixedPageMoveTests
{
    private const string Page = "---\nfixedpage: footer\ntitle: \"版权：\\\"声明\\\"\"\nslug: copyright\n---\n\n来源：云川日报\n\n## 转载\n\n转载请注明**出处**。\n";

    [Fact]
    public async Task A_page_of_wordpress_is_a_page_here_and_its_old_address_leads_to_it()
    {
        await using var site = await TestSite.StartAsync();
        var report = await site.ImportAsync(("e.xml", new AWordPressExport().Post("大桥合龙", "<p>大桥今晨合龙，两岸居民来看。</p>").Post("联系", "<p>编辑部在河堤路<em>十号</em>。</p><p><img src='a.jpg'></p>", type: "page", extra: "<wp:post_name><![CDATA[contact]]></wp:post_name>").ToString()));
        Assert.Equal(2, report.Added);
        await using var db = site.Store.CreateContext();
        Assert.Equal("大桥合龙", (await db.Articles.SingleAsync()).Headline);
        var page = await site.PageAsync("/pages/contact");
        Assert.Equal("联系", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("十号", page.QuerySelector(".article-body em")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".article-body img, .article-body figure"));
        using var answer = await site.Client.GetAsync("/contact/");
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/pages/contact", answer.Headers.Location!.ToString());
        Assert.Equal(404, await site.StatusAsync("/nothing-here"));
    }

    [Fact]
    public async Task A_page_that_is_there_belongs_to_the_newsroom_and_no_file_changes_it()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Equal(1, (await site.ImportAsync(("pages/copyright.md", Page))).Added);
        Assert.Equal(1, (await site.ImportAsync(("pages/copyright.md", Page))).Unchanged);
        var again = await site.ImportAsync(("pages/copyright.md", Page.Replace("出处", "来处", StringComparison.Ordinal)));
        Assert.Equal((0, 0, 1), (again.Added, again.Revised, again.Unchanged));
        Assert.Equal("出处", (await site.PageAsync("/pages/copyright")).QuerySelector(".article-body strong")!.TextContent);
    }

    [Fact]
    public async Task What_is_exported_makes_the_same_pages_again()
    {
        using var folder = new TemporaryFolder();
        var before = new List<string>();
        await using (var site = await TestSite.StartAsync())
        {
            await site.ImportAsync(("pages/copyright.md", Page), ("pages/draft.md", "---\nfixedpage: true\ndraft: true\ntitle: 草稿\n---\n\n还没写完。\n"));
            await new ContentExport(site.Store, TimeZoneInfo.Utc).RunAsync(folder.Path, (_, _) => { });
            before.AddRange(await PagesAsync(site));
        }

        await using var other = await TestSite.StartAsync();
        Assert.Equal(2, (await other.ImportFolderAsync(folder.Path)).Added);
        Assert.Equal(before, await PagesAsync(other));
        Assert.Contains("来源：云川日报", (await other.PageAsync("/pages/copyright")).QuerySelector(".article-body")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("版权：\"声明\"", (await other.PageAsync("/")).QuerySelector("footer a[href='/pages/copyright']")!.TextContent);
        Assert.Equal(404, await other.StatusAsync("/pages/cao-gao"));
    }

    private static async Task<List<string>> PagesAsync(TestSite site)
    {
        await using var db = site.Store.CreateContext();
        return await db.FixedPages.OrderBy(p => p.Position).Select(p => $"{p.Slug}|{p.Title}|{p.Text}|{p.IsPublic}|{p.IsInFooter}").ToListAsync();
    }
}
