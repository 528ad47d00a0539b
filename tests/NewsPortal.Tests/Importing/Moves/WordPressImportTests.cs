using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Reimporting;
using NewsPortal.Core.Reading;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;
using NewsPortal.Web.Auditing;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Tests.Importing.Moves;

/// <summary>A WordPress site moves here: its posts, its pictures and its addresses.</summary>
public sealed class WordPressImportTests
{
    private const string Body = "<p>河边的新步道今天开放，清晨就有许多人来散步。</p>";

    [Theory]
    [InlineData("1.0")]
    [InlineData("1.1")]
    [InlineData("1.2")]
    public async Task A_post_becomes_an_article_with_all_its_fields(string version)
    {
        await using var site = await TestSite.StartAsync();
        using var folder = new TemporaryFolder();
        var export = new AWordPressExport(version: version).Post("步道开放 &amp; 通车", Body, id: 12, link: "https://old.example/2020/01/02/%e6%ad%a5%e9%81%93/", extra: """
            <excerpt:encoded><![CDATA[三公里的<b>步道</b>今天开放。]]></excerpt:encoded>
            <wp:post_modified><![CDATA[2020-02-03 12:00:00]]></wp:post_modified><wp:post_modified_gmt><![CDATA[2020-02-03 04:00:00]]></wp:post_modified_gmt>
            <wp:post_name><![CDATA[%e6%ad%a5%e9%81%93]]></wp:post_name>
            <category domain="category" nicename="uncategorized"><![CDATA[未分类]]></category>
            <category domain="post_tag" nicename="he"><![CDATA[河岸]]></category>
            <category domain="category" nicename="city"><![CDATA[城市]]></category>
            <category domain="category" nicename="sport"><![CDATA[体育]]></category>
            <category domain="post_tag" nicename="bu"><![CDATA[步行]]></category>
            <wp:postmeta><wp:meta_key><![CDATA[_thumbnail_id]]></wp:meta_key><wp:meta_value><![CDATA[40]]></wp:meta_value></wp:postmeta>
            <wp:comment><wp:comment_author_email>reader@mail.example</wp:comment_author_email><wp:comment_content>很好</wp:comment_content></wp:comment>
            """)
            .File(40, "https://old.example/wp-content/uploads/2020/01/cover.jpg").Writer("wang", "王小明");
        folder.Write("export.xml", export.ToString());
        folder.Write("wp-content/uploads/2020/01/cover.jpg", APicture.Jpeg(300, 200));

        var results = new List<ImportResult>();
        var report = await site.ImportFolderAsync(folder.Path, stored: results.Add);

        Assert.Equal("added 1, revised 0, unchanged 0, rejected 0", report.ToString());
        await using var db = site.Store.CreateContext();
        var article = await db.Articles.Include(a => a.Section).Include(a => a.Tags).ThenInclude(t => t.Tag).Include(a => a.LeadPicture).SingleAsync();
        Assert.Equal(("步道开放 & 通车", "三公里的步道今天开放。", "王小明", "城市", "old.example:wp-12"), (article.Headline, article.Summary, article.Byline, article.Section.Name, article.ExternalId));
        Assert.Equal(["体育", "步行", "河岸"], article.Tags.Select(t => t.Tag.Name).Order(StringComparer.Ordinal));
        Assert.Equal((new DateTime(2020, 1, 2, 3, 4, 5), new DateTime(2020, 2, 3, 4, 0, 0)), (article.PublishedUtc, article.RevisedUtc));
        Assert.Equal((300, "/2020/01/02/bu-dao"), (article.LeadPicture!.Width, article.Path));
        Assert.Contains(results[0].Warnings!, warning => warning.Message.Contains("体育", StringComparison.Ordinal));
        var original = Originals.Unpack(await db.Originals.SingleAsync())!;
        Assert.DoesNotContain("reader@mail.example", System.Text.Encoding.UTF8.GetString(original), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_export_again_changes_nothing_and_a_newer_one_only_what_is_new()
    {
        await using var site = await TestSite.StartAsync();
        AWordPressExport Export() => new AWordPressExport().Post("第一篇", Body, id: 1).Post("第二篇", Body + "<p>二。</p>", id: 2).Writer("wang", "王");
        Assert.Equal(2, (await site.ImportAsync(("e.xml", Export().ToString()))).Added);

        Assert.Equal("added 0, revised 0, unchanged 2, rejected 0", (await site.ImportAsync(("e.xml", Export().ToString()))).ToString());
        Assert.Equal("added 0, revised 0, unchanged 2, rejected 0", (await site.ImportAsync(("other-name.xml", "\n\n" + Export()))).ToString());
        Assert.Equal("added 1, revised 0, unchanged 2, rejected 0", (await site.ImportAsync(("e.xml", Export().Post("第三篇", Body + "<p>三。</p>", id: 3).ToString()))).ToString());
        Assert.Equal("added 2, revised 0, unchanged 0, rejected 0", (await site.ImportAsync(("e.xml", Export().ToString().Replace("old.example", "another.example", StringComparison.Ordinal)))).ToString());
    }

    [Theory]
    [InlineData("publish", "Published")]
    [InlineData("draft", "Draft")]
    [InlineData("pending", "Draft")]
    [InlineData("private", "Draft")]
    [InlineData("something-new", "Draft")]
    [InlineData("future", "Scheduled")]
    [InlineData("trash", null)]
    [InlineData("auto-draft", null)]
    [InlineData("inherit", null)]
    public async Task A_status_decides_who_may_read_it(string status, string? becomes)
    {
        await using var site = await TestSite.StartAsync();
        var time = status == "future" ? "2027-01-02 03:04:05" : "2020-01-02 03:04:05";
        await site.ImportAsync(("e.xml", new AWordPressExport().Post("一篇", Body, status, gmt: time).Post("一页", Body, type: "page").ToString()));

        await using var db = site.Store.CreateContext();
        Assert.Equal(becomes, (await db.Articles.SingleOrDefaultAsync())?.Status.ToString());
    }

    [Fact]
    public async Task A_post_behind_a_password_stays_a_draft_and_the_password_is_not_kept()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(("e.xml", new AWordPressExport().Post("密", Body, extra: "<wp:post_password><![CDATA[open-sesame]]></wp:post_password>").ToString()));

        await using var db = site.Store.CreateContext();
        Assert.Equal(ArticleStatus.Draft, (await db.Articles.SingleAsync()).Status);
        Assert.DoesNotContain("open-sesame", System.Text.Encoding.UTF8.GetString(Originals.Unpack(await db.Originals.SingleAsync())!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_without_a_universal_time_is_dated_in_the_zone_of_the_site()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(("e.xml", new AWordPressExport().Post("稿", Body, "draft", gmt: "0000-00-00 00:00:00", local: "2020-01-02 11:04:05").ToString()));

        await using var db = site.Store.CreateContext();
        Assert.Equal(new DateTime(2020, 1, 2, 3, 4, 5), (await db.Articles.SingleAsync()).PublishedUtc);
    }

    [Theory]
    [InlineData("/2020/01/02/%e6%ad%a5%e9%81%93/")]
    [InlineData("/2020/01/02/%E6%AD%A5%E9%81%93")]
    [InlineData("/?p=12")]
    [InlineData("/2020/01/02/%e6%ad%a5%e9%81%93/?utm_source=x")]
    public async Task Old_addresses_lead_to_the_article_in_one_hop(string old)
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(("e.xml", new AWordPressExport().Post("桥今天通车", Body, id: 12, link: "https://www.old.example/2020/01/02/%e6%ad%a5%e9%81%93/").ToString()));

        using var answer = await site.Client.GetAsync(old);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/2020/01/02/qiao-jin-tian-tong-che"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal(200, await site.StatusAsync("/2020/01/02/qiao-jin-tian-tong-che"));
    }

    [Fact]
    public async Task An_old_number_that_is_nobodys_shows_the_front_page_and_a_drafts_is_not_found()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(("e.xml", new AWordPressExport().Post("公开", Body, id: 12).Post("草稿", Body + "<p>。</p>", "draft", id: 13).ToString()));

        foreach (var (address, status) in ((string, int)[])[("/", 200), ("/?p=99", 200), ("/?p=12&x=1", 200), ("/?p=13", 404), ("/?p=12", 301)])
        {
            Assert.Equal((address, status), (address, await site.StatusAsync(address)));
        }
    }

    [Fact]
    public async Task Pictures_are_found_in_the_copied_folder_and_nothing_else_is_asked_for()
    {
        await using var site = await TestSite.StartAsync();
        using var folder = new TemporaryFolder();
        folder.Write("wp/export.xml", new AWordPressExport().Post("图", """
            <p>四张图。</p>
            <img src="https://old.example/wp-content/uploads/2020/01/a-300x200.jpg">
            <img src="http://www.old.example/wp-content/uploads/2020/01/%E5%9B%BE.jpg">
            <img src="/wp-content/uploads/2020/01/only-150x150.jpg">
            <img src="https://stranger.example/wp-content/uploads/2020/01/a.jpg">
            """).ToString());
        folder.Write("wp/uploads/2020/01/a.jpg", APicture.Jpeg(600, 400));
        folder.Write("wp/uploads/2020/01/a-300x200.jpg", APicture.Jpeg(300, 200));
        folder.Write("wp-content/uploads/2020/01/图.jpg", APicture.Jpeg(90, 60));
        folder.Write("wp-content/uploads/2020/01/only-150x150.jpg", APicture.Jpeg(150, 150));

        var results = new List<ImportResult>();
        await site.ImportFolderAsync(folder.Path, stored: results.Add);

        await using var db = site.Store.CreateContext();
        var pictures = (await db.Articles.Include(a => a.Pictures).ThenInclude(p => p.Picture).SingleAsync()).Pictures.OrderBy(p => p.Position).ToList();
        Assert.Equal([600, 90, 150, null], pictures.Select(p => p.Picture?.Width));
        Assert.Contains(results[0].Warnings!, warning => warning.Message.Contains("another site", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_export_in_an_archive_is_read_with_the_pictures_beside_it()
    {
        await using var site = await TestSite.StartAsync();
        using var folder = new TemporaryFolder();
        using (var zip = System.IO.Compression.ZipFile.Open(System.IO.Path.Combine(folder.Path, "site.zip"), System.IO.Compression.ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in ((string, byte[])[])[
                ("export.xml", System.Text.Encoding.UTF8.GetBytes(new AWordPressExport().Post("图", Body + "<img src=\"https://old.example/wp-content/uploads/a.jpg\">").ToString())),
                ("wp-content/uploads/a.jpg", APicture.Jpeg(80, 60)), ("other.xml", "<x/>"u8.ToArray()), ("package.json", "{\"data\":{}}"u8.ToArray())])
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        Assert.Equal("added 1, revised 0, unchanged 0, rejected 0", (await site.ImportFolderAsync(folder.Path)).ToString());
        await using var db = site.Store.CreateContext();
        Assert.Equal(80, (await db.Articles.Include(a => a.LeadPicture).SingleAsync()).LeadPicture!.Width);
    }

    [Fact]
    public async Task What_moved_here_is_sound_by_the_sites_own_audit_and_reads_the_same_again()
    {
        const string address = "https://news.example";
        await using var site = await TestSite.StartAsync($"--NewsPortal:Site:BaseUrl={address}");
        await site.ImportAsync(("e.xml", new AWordPressExport().Post("步道今天开放", Body, id: 12, link: "https://old.example/2020/01/02/walk/").Post("草稿", Body + "<p>。</p>", "draft", id: 13).ToString()));

        var faults = new List<SiteFault>();
        await using var host = await PrivateSite.StartAsync([$"--data={site.DataDirectory}", $"--NewsPortal:Site:BaseUrl={address}"], site.Store);
        await new SiteAudit(host, site.Store).RunAsync(faults.Add);
        Assert.DoesNotContain(faults, fault => fault.Kind == FaultKind.Redirect);
        Assert.Equal("added 0, revised 0, unchanged 2, rejected 0", (await new ArticleReimporter(site.Store, site.Clock, SiteZone.Find("Asia/Shanghai")).RunAsync(0, dryRun: false, new ReimportListener())).ToString());
    }
}
