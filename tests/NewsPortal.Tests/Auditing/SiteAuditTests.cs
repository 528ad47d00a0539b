using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Finding;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Reading;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;
using NewsPortal.Web.Auditing;
using NewsPortal.Web.Commands;
using NewsPortal.Web.Hosting;

namespace NewsPortal.Tests.Auditing;

/// <summary>The site's audit of itself: silent over a clean site, and it finds what was broken behind its back.</summary>
public sealed class SiteAuditTests
{
    private const string BaseUrl = "https://news.example";

    private const int Pictures = 8;

    // All of them (some minutes) with NEWSPORTAL_ALL_CASES=1.
    private static readonly int Clean = Environs.AllCases ? 5000 : 90;

    [Fact]
    public async Task A_clean_site_has_no_fault()
    {
        await using var site = await FilledAsync(Clean);
        var (faults, report) = await AuditAsync(site);
        Assert.Empty(faults);
        Assert.True(report.Articles == Clean - 1 && report.Addresses > 20, report.ToString());
    }

    [Fact]
    public async Task Forty_faults_of_fifteen_kinds_are_all_found()
    {
        await using var site = await FilledAsync(70);
        await using (var all = await PrivateSite.StartAsync([$"--data={site.DataDirectory}", $"--NewsPortal:Site:BaseUrl={BaseUrl}"], site.Store))
        {
            // Every page is kept, so that what is planted in it is what a reader would get.
            foreach (var path in await PathsAsync(site))
            {
                using var answer = await all.Client.GetAsync(path);
                answer.EnsureSuccessStatusCode();
            }
        }

        var planted = await new FaultPlanter(site).PlantAsync();
        Assert.True(planted.Count >= 40 && planted.Select(p => p.Kind).Distinct().Count() >= 15, $"{planted.Count} of {planted.Select(p => p.Kind).Distinct().Count()} kinds");
        var (faults, _) = await AuditAsync(site);
        Assert.Empty(planted.Where(p => !faults.Exists(f => f.Kind == p.Kind && f.Address == p.Address)).Select(p => $"{p.Kind} {p.Address}"));
    }

    [Fact]
    public async Task The_command_tells_faults_line_by_line_and_by_its_exit_status()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("桥今天通车").At("2026-11-24 09:00").With("slug", "bridge"));
        var output = new StringWriter();
        Assert.Equal(CommandLine.Ok, await CommandLine.RunAsync(["check", "--data", site.DataDirectory], output, TextWriter.Null));
        Assert.Matches("^1 articles and [0-9]+ other addresses checked, 0 faults\n$", output.ToString());
        await using (var db = site.Store.CreateContext())
        {
            await db.Bodies.ExecuteUpdateAsync(set => set.SetProperty(b => b.Html, "<p>见<a href=\"/2020/01/01/none\">旧文</a>。</p>"));
            await db.Runs.ExecuteDeleteAsync();
        }

        output = new StringWriter();
        Assert.Equal(CommandLine.SomeFailed, await CommandLine.RunAsync(["check", "--json", "--data", site.DataDirectory], output, TextWriter.Null));
        Assert.Contains("""{"kind":"link","address":"/2026/11/24/bridge","message":"/2020/01/01/none answers 404"}""", output.ToString(), StringComparison.Ordinal);
    }

    private static async Task<TestSite> FilledAsync(int articles)
    {
        var site = await TestSite.StartAsync($"--NewsPortal:Site:BaseUrl={BaseUrl}");
        using var folder = new TemporaryFolder();
        for (var i = 0; i < Pictures; i++)
        {
            File.WriteAllBytes(Path.Combine(folder.Path, $"p{i}.jpg"), APicture.Jpeg(340 + i, 200));
        }

        for (var i = 0; i < articles; i++)
        {
            var picture = i < Pictures ? $"\n\n![](p{i}.jpg \"第{i}张图\")" : string.Empty;
            var (path, text) = AnArticle.Called($"第{i}号渡口{(i % 3 == 0 ? "今天通航" : "延长夜班")} & “风浪”").In(i % 4 == 0 ? "城市" : "文化")
                .At($"2026-{1 + (i % 10):00}-{1 + (i % 27):00} 0{i % 10}:15:0{i % 7}").With("slug", $"s{i}").With("id", $"a{i}").With("tags", $"[\"渡口{i % 9}\", \"AI\"]").With("source", i % 2 == 0 ? "云川日报" : "海桥晚报")
                .With("author", $"记者 王{(char)('一' + (i % 40))}").With("aliases", $"[\"/old/{i}.html\"]")
                .Saying($"第{i}号渡口的第一班船坐了{i + 3}个人，船长说水位正好。\n\n## 夜班\n\n夜班延长到{i % 24}点。{picture}")
                .Under($"f{i}.md").ToFile();
            folder.Write(path, text);
        }

        var report = await site.ImportFolderAsync(folder.Path);
        Assert.Equal(articles, report.Added);
        await using var db = site.Store.CreateContext();
        var some = await db.Articles.WithEverything().Where(a => a.ExternalId == "a20" || a.ExternalId == "a21").ToListAsync();
        await using (var edition = await Edition.BeginAsync(db, site.Clock, "chen"))
        {
            edition.Withdraw(some[0], some[0].Body!, "失实");
            var before = TermFrequencies.Of(some[1].Headline, some[1].Body!.Text);
            some[1].Headline += "（更新）";
            edition.Revise(some[1], some[1].Body!, before);
            await edition.CommitAsync();
        }

        await site.DrawPicturesAsync();
        return site;
    }

    private static async Task<List<string>> PathsAsync(TestSite site)
    {
        await using var db = site.Store.CreateContext();
        return [.. (await db.Articles.Visible().ToListAsync()).Select(a => a.Path)];
    }

    private static async Task<(List<SiteFault> Faults, AuditReport Report)> AuditAsync(TestSite site)
    {
        await using var host = await PrivateSite.StartAsync([$"--data={site.DataDirectory}", $"--NewsPortal:Site:BaseUrl={BaseUrl}"], site.Store);
        var faults = new List<SiteFault>();
        var report = await new SiteAudit(host, site.Store).RunAsync(faults.Add);
        Assert.Equal(faults.Count, report.Faults);
        return (faults, report);
    }
}
