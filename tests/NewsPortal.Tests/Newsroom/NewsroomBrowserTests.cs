using System.Diagnostics;
using Microsoft.Playwright;
using NewsPortal.Core.Access;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Documents;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Newsroom;

/// <summary>The newsroom in a real browser.</summary>
public sealed class NewsroomBrowserTests
{
    private static readonly string[] Pages =
    [
        "/newsroom", "/newsroom/articles", "/newsroom/articles/new", "/newsroom/articles/1", "/newsroom/articles/1/origin", "/newsroom/articles/1/revisions", "/newsroom/articles/1/notes", "/newsroom/articles/1/links", "/newsroom/articles/1/live", "/newsroom/articles/1/live?edit=1", "/newsroom/articles/1/preview",
        "/newsroom/media", "/newsroom/media?show=missing", "/newsroom/attachments", "/newsroom/articles/1/attachments", "/newsroom/front", "/newsroom/calendar", "/newsroom/stories", "/newsroom/names", "/newsroom/names?kind=tags", "/newsroom/pages", "/newsroom/pages/0", "/newsroom/settings", "/newsroom/articles/1/related",
        "/newsroom/upload", "/newsroom/upload/1", "/newsroom/record", "/newsroom/users", "/newsroom/account", "/newsroom/push", "/newsroom/check", "/newsroom/words",
    ];

    [BrowserFact]
    public async Task From_a_file_to_the_live_page_takes_four_clicks_and_a_few_seconds()
    {
        await using var site = await TestSite.StartAsync();
        var password = await StaffClient.AddAsync(site, "陈编辑", StaffRole.Editor);
        await using var browser = await TestBrowser.StartAsync(Environs.Chromium!);
        var page = await (await browser.Browser.NewContextAsync()).NewPageAsync();
        var faults = Faults(page);
        await page.GotoAsync(site.Address + "/newsroom/upload");
        await page.FillAsync("#name", "陈编辑");
        await page.FillAsync("#password", password);
        await page.ClickAsync("button.main");
        var clock = Stopwatch.StartNew();
        var file = Path.Combine(Environs.Root, "tests", "NewsPortal.Tests", "Samples", "capture-plain");
        var source = Directory.EnumerateFiles(file).First(f => f.EndsWith(".txt", StringComparison.Ordinal));
        await page.SetInputFilesAsync("#files", source);
        await page.ClickAsync("#upload button.main");
        await page.WaitForURLAsync("**/newsroom/upload/*");
        await page.ClickAsync("form[action*='handler=Publish'] button.main");
        await page.WaitForSelectorAsync(".done");
        await page.ClickAsync("table.rows tbody label a");
        await page.WaitForSelectorAsync(".ways");
        await page.ClickAsync(".ways a:not([target])");
        await page.WaitForSelectorAsync("main > article h1");
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60);
        Assert.StartsWith(site.Address + "/20", page.Url, StringComparison.Ordinal);
        Assert.Empty(faults);
    }

    [PageCheckFact]
    public async Task Axe_finds_nothing_on_any_page_of_the_newsroom_and_no_page_breaks_its_own_policy_or_is_wider_than_a_phone()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await StaffClient.EnterAsync(site, "陈编辑", StaffRole.Administrator);
        await staff.UploadAsync(("bridge.txt", System.Text.Encoding.UTF8.GetBytes("大桥今晨合龙\n2026-11-24 08:00:00 | 来源:云川日报\n大桥今晨六时合龙,两岸居民在堤上看了整整一夜,天亮时响起了掌声。\n施工方说,桥面铺装明年春天完成,届时从北岸到南岸只要八分钟。\n相关新闻\n河堤步道开放\n")), ("bad.txt", []));
        using (await staff.SendAsync("/newsroom/articles/1", "/newsroom/articles/1?handler=Publish", ("Form.Headline", "大桥合龙")))
        {
        }

        var attachments = new AttachmentDesk(site.Store, site.Clock, "chen");
        foreach (var name in (string[])["今年第三季度各水文站的水位公报.pdf", $"{new string('a', 150)}.pdf"])
        {
            await attachments.AttachAsync(1, (await attachments.TakeInAsync(name, new MemoryStream(ADocument.Pdf(name)), long.MaxValue)).Id);
        }

        await attachments.TakeInAsync("没有用到.pdf", new MemoryStream(ADocument.Pdf()), long.MaxValue);

        foreach (var (act, text) in new[] { ("Start", string.Empty), ("Add", "首车过桥。"), ("Add", "江面通航。") })
        {
            using var answer = await staff.PostAsync($"/newsroom/articles/1/live?handler={act}", ("Text", text), ("Key", "true"));
        }

        var rules = await File.ReadAllTextAsync(PageCheckers.Axe);
        await using var browser = await TestBrowser.StartAsync(Environs.Chromium!);
        var findings = new List<string>();
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (360, ColorScheme.Dark) })
        {
            var context = await browser.Browser.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, BypassCSP = false });
            await context.AddCookiesAsync(staff.Cookies.GetAllCookies().Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Address }));
            var page = await context.NewPageAsync();
            var faults = Faults(page);
            foreach (var path in Pages.Append("/newsroom/sign-in/code"))
            {
                var answer = await page.GotoAsync(site.Address + path);
                Assert.True(answer!.Ok, $"{path} answers {answer.Status}");
                await page.EvaluateAsync(rules);
                var found = await page.EvaluateAsync<string[]>(
                    "async () => (await axe.run(document, { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.html.slice(0, 200)))");
                findings.AddRange(found.Select(f => $"{path} {width}: {f}"));
                var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                findings.AddRange(wide > width ? [$"{path} is {wide} wide at {width}"] : []);
            }

            findings.AddRange(faults);
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    // Whatever the browser complains about: script that failed, a policy that was broken, a file that was missing.
    private static List<string> Faults(IPage page)
    {
        var faults = new List<string>();
        page.Console += (_, message) => faults.AddRange(message.Type == "error" ? [message.Text] : []);
        page.PageError += (_, error) => faults.Add(error);
        return faults;
    }
}
