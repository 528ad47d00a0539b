using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Integrity;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Newsroom;

/// <summary>Sections, tags, sources and writers get other names, and nothing that was there before is lost.</summary>
public sealed class NameDeskTests
{
    private static AnArticle Bridge => AnArticle.Called("大桥今晨合龙").At("2026-11-24 08:00").With("slug", "bridge").In("城市").With("source", "云川日报").With("tags", "大桥, 交通").With("byline", "孙晓岚");

    private static AnArticle Ferry => AnArticle.Called("渡口停航通知").At("2026-11-24 09:00").With("slug", "ferry").In("民生").With("source", "云川早报").With("tags", "渡口").With("byline", "李文");

    [Theory]
    [InlineData("sections", "城市", "cheng-shi", "都市", "dushi")]
    [InlineData("tags", "大桥", "da-qiao", "跨江大桥", "kua-jiang-da-qiao")]
    [InlineData("sources", "云川日报", "yun-chuan-ri-bao", "云川新日报", "new-daily")]
    [InlineData("authors", "孙晓岚", "sun-xiao-lan", "孙小岚", "xiao-lan")]
    public async Task A_name_that_changes_is_new_everywhere_and_its_old_addresses_and_spellings_lead_to_it(string kind, string old, string oldSlug, string name, string slug)
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(Bridge, Ferry);
        using var staff = await StaffClient.EnterAsync(site, "主编", StaffRole.ChiefEditor);
        Assert.Contains(old, await site.Client.GetStringAsync("/2026/11/24/bridge"), StringComparison.Ordinal);
        var modified = (await site.PageAsync("/2026/11/24/bridge")).QuerySelector("time.revised");
        using (var answer = await staff.PostAsync($"/newsroom/names?handler=Rename&kind={kind}", ("id", await NumberAsync(staff, kind, old)), ("name", name), ("slug", slug)))
        {
            Assert.Equal($"/newsroom/names?kind={kind}", answer.Headers.Location?.ToString());
        }

        var page = await site.PageAsync("/2026/11/24/bridge");
        Assert.Contains(name, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain($"/{kind}/{oldSlug}\"", page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        // Nothing was revised: the article says what it said.
        Assert.Null(modified);
        Assert.Null(page.QuerySelector("time.revised"));
        using var quiet = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Address) };
        foreach (var former in (string[])[oldSlug, Uri.EscapeDataString(old)])
        {
            using var answer = await quiet.GetAsync($"/{kind}/{former}");
            Assert.True((int)answer.StatusCode == 301, $"/{kind}/{former} answers {(int)answer.StatusCode}");
            Assert.Equal($"/{kind}/{slug}", answer.Headers.Location!.ToString());
        }

        if (kind != "authors")
        {
            using var feed = await quiet.GetAsync($"/{kind}/{oldSlug}/feed.xml");
            Assert.Equal($"/{kind}/{slug}/feed.xml", feed.Headers.Location?.ToString());
        }

        // A file that still uses the old name is filed under the new one.
        await site.ImportAsync(AnArticle.Called("桥头广场开放").At("2026-11-24 10:00").With("slug", "square").In(kind == "sections" ? old : "城市")
            .With("source", kind == "sources" ? old : "云川日报").With("tags", kind == "tags" ? old : "大桥").With("byline", kind == "authors" ? old : "孙晓岚"));
        Assert.Equal(2, (await site.PageAsync($"/{kind}/{slug}")).QuerySelectorAll(".list-main h3 a").Length);
        if (kind == "sections")
        {
            // Files may name a section by its slug, and old ones by its old slug.
            await site.ImportAsync(AnArticle.Called("图书馆延长开馆").At("2026-11-24 09:30").In(oldSlug).Saying("馆里的灯今晚亮到十点，自习室加了四十个座位，读者不用预约。"));
            Assert.Equal(3, (await site.PageAsync($"/{kind}/{slug}")).QuerySelectorAll(".list-main h3 a").Length);
        }

        await using var db = site.Store.CreateContext();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Act == "name.rename" && e.Subject == name));
        Assert.True(await db.Changes.AnyAsync(c => c.Kind == ChangeKind.Renamed));
        await HoldsAsync(site);
    }

    [Theory]
    [InlineData("sections", "城市", "cheng-shi", "民生", "min-sheng")]
    [InlineData("tags", "大桥", "da-qiao", "渡口", "du-kou")]
    [InlineData("sources", "云川日报", "yun-chuan-ri-bao", "云川早报", "yun-chuan-zao-bao")]
    [InlineData("authors", "孙晓岚", "sun-xiao-lan", "李文", "li-wen")]
    public async Task What_is_merged_into_another_takes_its_articles_addresses_and_spellings_along(string kind, string gone, string goneSlug, string kept, string keptSlug)
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync([Bridge, Ferry, .. Enumerable.Range(1, 60).Select(i => ((string, string))AnArticle.Called($"第{i}号通告").At("2026-11-23 10:00").In("城市").With("source", "云川日报").With("tags", "大桥").With("byline", "孙晓岚"))]);
        using var staff = await StaffClient.EnterAsync(site, "主编", StaffRole.ChiefEditor);
        using (var answer = await staff.PostAsync($"/newsroom/names?handler=Merge&kind={kind}", ("id", await NumberAsync(staff, kind, gone)), ("into", kept)))
        {
            Assert.Equal(302, (int)answer.StatusCode);
        }

        Assert.Contains("61", (await staff.PageAsync($"/newsroom/names?kind={kind}")).QuerySelector(".done")!.TextContent, StringComparison.Ordinal);
        using var quiet = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Address) };
        using (var answer = await quiet.GetAsync($"/{kind}/{goneSlug}"))
        {
            Assert.Equal($"/{kind}/{keptSlug}", answer.Headers.Location?.ToString());
        }

        await using var db = site.Store.CreateContext();
        await site.ImportAsync(AnArticle.Called("又一则通告").At("2026-11-24 11:00").In(gone).With("source", gone).With("tags", gone).With("byline", gone));
        var borne = kind switch
        {
            "sections" => await db.Articles.CountAsync(a => a.Section.Name == kept),
            "tags" => await db.ArticleTags.CountAsync(t => t.Tag.Name == kept),
            "sources" => await db.Articles.CountAsync(a => a.Source!.Name == kept),
            _ => await db.ArticleAuthors.CountAsync(w => w.Author.Name == kept),
        };
        Assert.Equal(63, borne);
        await HoldsAsync(site);
    }

    [Fact]
    public async Task A_name_or_an_address_of_another_is_refused_and_nothing_changes()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(Bridge, Ferry);
        using var staff = await StaffClient.EnterAsync(site, "主编", StaffRole.ChiefEditor);
        var id = await NumberAsync(staff, "tags", "大桥");
        foreach (var (name, slug) in new[] { ("渡口", ""), ("", ""), (new string('长', 81), ""), ("大桥", "du-kou"), ("大桥", "feed") })
        {
            using var answer = await staff.PostAsync("/newsroom/names?handler=Rename&kind=tags", ("id", id), ("name", name), ("slug", slug));
            Assert.True((int)answer.StatusCode == 400, $"{name} {slug}: {(int)answer.StatusCode}");
        }

        using (var removed = await staff.PostAsync("/newsroom/names?handler=Remove&kind=tags", ("id", id)))
        {
            Assert.Equal(400, (int)removed.StatusCode);
        }

        await using var db = site.Store.CreateContext();
        Assert.Equal(["大桥 da-qiao", "渡口 du-kou", "交通 jiao-tong"], await db.Tags.OrderBy(t => t.Slug).Select(t => t.Name + " " + t.Slug).ToListAsync());
        Assert.False(await db.AuditEntries.AnyAsync(e => e.Act.StartsWith("name.")));
    }

    [Fact]
    public async Task An_address_that_was_given_up_is_taken_back_by_its_own_name_and_by_no_other()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(Bridge, Ferry);
        using var staff = await StaffClient.EnterAsync(site, "主编", StaffRole.ChiefEditor);
        var (bridge, ferry) = (await NumberAsync(staff, "tags", "大桥"), await NumberAsync(staff, "tags", "渡口"));
        Assert.Equal(302, await RenameAsync(staff, bridge, "大桥", "bridge"));
        Assert.Equal(400, await RenameAsync(staff, ferry, "渡口", "da-qiao"));
        Assert.Equal(302, await RenameAsync(staff, bridge, "大桥", "da-qiao"));
        Assert.Equal(200, await site.StatusAsync("/tags/da-qiao"));
        using var quiet = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Address) };
        using var answer = await quiet.GetAsync("/tags/bridge");
        Assert.Equal("/tags/da-qiao", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Sections_stand_in_the_order_that_an_editor_gave_them()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(Bridge, Ferry);
        using var staff = await StaffClient.EnterAsync(site, "主编", StaffRole.ChiefEditor);
        var before = await NavigationAsync(site);
        using (var answer = await staff.PostAsync("/newsroom/names?handler=Down&kind=sections", ("id", await NumberAsync(staff, "sections", before[0]))))
        {
            Assert.Equal(302, (int)answer.StatusCode);
        }

        Assert.Equal([before[1], before[0]], await NavigationAsync(site));
    }

    private static async Task<string[]> NavigationAsync(TestSite site) =>
        [.. (await site.PageAsync("/2026/11/24/bridge")).QuerySelectorAll("footer dl:first-of-type dd a").Select(a => a.TextContent.Trim())];

    private static async Task<int> RenameAsync(StaffClient staff, string id, string name, string slug)
    {
        using var answer = await staff.PostAsync("/newsroom/names?handler=Rename&kind=tags", ("id", id), ("name", name), ("slug", slug));
        return (int)answer.StatusCode;
    }

    private static async Task<string> NumberAsync(StaffClient staff, string kind, string name)
    {
        var row = (await staff.PageAsync($"/newsroom/names?kind={kind}")).QuerySelectorAll("table.rows tbody tr").Single(r => r.QuerySelector("td")!.TextContent.Trim() == name);
        return ((IHtmlInputElement)row.QuerySelector("input[name=id]")!).Value;
    }

    // The names are a part of what articles say: the ledger must have followed them.
    private static async Task HoldsAsync(TestSite site)
    {
        var faults = new List<IntegrityFault>();
        await new StoreExamination(site.Store).RunAsync(null, faults.Add);
        Assert.Empty(faults);
    }
}
