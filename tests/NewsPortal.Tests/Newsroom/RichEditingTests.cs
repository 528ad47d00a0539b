using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsPortal.Core.Access;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Newsroom;

/// <summary>Writing in the page, in a real browser.</summary>
public sealed partial class RichEditingTests
{
    [BrowserFact]
    public async Task Every_sample_article_goes_through_the_editor_and_back_without_a_change_and_is_counted_as_the_site_counts()
    {
        await using var desk = await EditorSite.StartAsync();
        await desk.Site.ImportFolderAsync(Path.Combine(Environs.Root, "content"));
        await using var db = desk.Site.Store.CreateContext();
        var articles = await db.Articles.AsNoTracking().WithEverything().OrderBy(a => a.Id).ToListAsync();
        var page = await desk.OpenAsync($"/newsroom/articles/{articles[0].Id}");
        await page.EvaluateAsync("async () => { window.rich = await import(document.getElementById('desk').dataset.rich.split(' ')[1]); }");
        var (kept, blocks) = (0, 0);
        foreach (var article in articles)
        {
            var html = ArticleEdit.Of(article, article.Body!).Body;
            var back = await page.EvaluateAsync<string[]>(
                "html => { const d = rich.documentOf(rich.read(html)); let kept = 0; d.forEach(n => kept += n.type.name === 'kept'); return [rich.write(d), rich.write(d, true), rich.plain(d), String(kept), String(d.childCount)]; }", html);
            (kept, blocks) = (kept + int.Parse(back[3]), blocks + int.Parse(back[4]));
            Assert.Equal(EditableHtml.Of(html, BodyFormat.Html), EditableHtml.Of(back[0], BodyFormat.Html));
            Assert.Equal(Sorted(EditableHtml.Of(html, BodyFormat.Html)), Sorted(EditableHtml.Of(back[1], BodyFormat.Html)));
            var saved = await new ArticleDesk(desk.Site.Store, desk.Site.Clock, TimeZoneInfo.Utc, "chen").SaveAsync(article.Id, article.Version, ArticleEdit.Of(article, article.Body!) with { Body = back[0] });
            Assert.False(saved.Changed, $"{article.Headline} was changed");
            Assert.Equal(article.CharacterCount, NewsPortal.Core.Text.CharacterCount.Of(back[2]));
        }

        Assert.True(articles.Count >= 70, $"{articles.Count} articles");
        Assert.True(kept * 50 <= blocks, $"{kept} of {blocks} blocks cannot be edited");
        Assert.Empty(desk.Faults);
    }

    [BrowserFact]
    public async Task An_article_that_is_opened_and_saved_untouched_has_no_new_revision_and_its_count_is_the_sites()
    {
        await using var desk = await EditorSite.StartAsync();
        await desk.Site.ImportFolderAsync(Path.Combine(Environs.Root, "content"));
        await using var db = desk.Site.Store.CreateContext();
        foreach (var article in await db.Articles.AsNoTracking().OrderByDescending(a => a.Pictures.Count).ThenByDescending(a => a.CharacterCount).Take(5).ToListAsync())
        {
            var page = await desk.OpenAsync($"/newsroom/articles/{article.Id}");
            Assert.StartsWith($"{article.CharacterCount} ", await page.TextContentAsync("#count"), StringComparison.Ordinal);
            await EditorSite.SaveAsync(page);
            await page.CloseAsync();
        }

        Assert.Equal(0, await db.Revisions.CountAsync());
        Assert.Empty(desk.Faults);
    }

    [BrowserFact]
    public async Task E16_Text_headings_emphasis_lists_and_a_table_are_written_with_the_keyboard_alone()
    {
        await using var desk = await EditorSite.StartAsync();
        var page = await desk.OpenAsync("/newsroom/articles/new");
        await page.FocusAsync("#Headline");
        await page.Keyboard.TypeAsync("渡口恢复通航");
        await page.FocusAsync("#rich-view");
        await page.Keyboard.TypeAsync("大风停了，");
        await page.Keyboard.PressAsync("Control+b");
        await page.Keyboard.TypeAsync("渡口");
        await page.Keyboard.PressAsync("Control+b");
        await page.Keyboard.TypeAsync("恢复通航。");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("## 怎么走");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("- 北岸");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("南岸");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("班次");

        // To the tools by Shift+Tab, along them by arrows.
        await page.Keyboard.PressAsync("Shift+Tab");
        for (var i = 0; i < 40 && await page.EvaluateAsync<string?>("document.activeElement.dataset.do") != "table"; i++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
        }

        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("时间");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("方向");
        await page.Keyboard.PressAsync("Control+s");
        await page.WaitForSelectorAsync(".done");
        Assert.Equal(
            "<p>大风停了，<strong>渡口</strong>恢复通航。</p><h2>怎么走</h2><ul><li>北岸</li><li>南岸</li></ul><p>班次</p><table><thead><tr><th>时间</th><th>方向</th><th></th></tr></thead><tbody><tr><td></td><td></td><td></td></tr><tr><td></td><td></td><td></td></tr></tbody></table>",
            await desk.HtmlAsync(1));
        await page.WaitForSelectorAsync("#desk[data-ready]");
        await page.ClickAsync("#rich-view td");
        await page.ClickAsync("[data-do=rowAway]");
        Assert.Equal(2, await page.Locator("#rich-view tr").CountAsync());
        await page.FocusAsync("#rich-view");
        await page.Keyboard.PressAsync("Control+z");
        Assert.Equal(3, await page.Locator("#rich-view tr").CountAsync());

        // Out of the table, past everything else, to the button that publishes.
        for (var i = 0; i < 60 && !await page.EvaluateAsync<bool>("document.activeElement.getAttribute('formaction')?.includes('Publish') === true"); i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".state.published");
        Assert.Empty(desk.Faults);
    }

    [BrowserFact]
    public async Task Pasted_markup_is_cleaned_by_the_server_and_what_the_schema_cannot_hold_is_kept()
    {
        await using var desk = await EditorSite.StartAsync();
        var page = await desk.OpenAsync("/newsroom/articles/new");
        await page.FillAsync("#Headline", "粘贴");
        await PasteAsync(page, "<!--StartFragment--><p class=MsoNormal style='color:red'><b>第一段</b><script>alert(1)</script><img src=x onerror=alert(2)></p><p><a href='javascript:alert(3)'>第二段</a></p><table><caption><b>表</b>题</caption><tr><td>一</td><td>二</td></tr></table><p>第三段</p>");
        await page.WaitForSelectorAsync("#rich-view .kept-block");
        Assert.Equal(0, await page.Locator("#rich-view [onerror], #rich-view script, #rich-view [style*=color]").CountAsync());
        await EditorSite.SaveAsync(page);
        var html = await desk.HtmlAsync(1);
        Assert.Contains("<p><strong>第一段</strong></p>", html, StringComparison.Ordinal);
        Assert.Contains("<table><caption><strong>表</strong>题</caption>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("script", html, StringComparison.Ordinal);
        Assert.Empty(desk.Faults);
    }

    [BrowserFact]
    public async Task A_link_to_an_own_article_is_found_by_its_words()
    {
        await using var desk = await EditorSite.StartAsync();
        await desk.Site.ImportAsync(AnArticle.Called("大桥今晨合龙").At("2026-11-24 08:00").With("slug", "bridge"));
        var page = await desk.OpenAsync("/newsroom/articles/new");
        await page.FillAsync("#Headline", "链接");
        await page.FocusAsync("#rich-view");
        await page.Keyboard.TypeAsync("大桥合龙");
        await page.Keyboard.PressAsync("Shift+Home");
        await page.Keyboard.PressAsync("Control+k");
        await page.WaitForSelectorAsync("#link-hits button");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await EditorSite.SaveAsync(page);
        Assert.Equal("<p><a href=\"/2026/11/24/bridge\">大桥合龙</a></p>", await desk.HtmlAsync(2));
        await page.ClickAsync("#rich-view a");
        await page.Keyboard.PressAsync("Control+k");
        await page.FillAsync("#link-address", "https://example.org/a?b=1&c=2");
        await page.Keyboard.PressAsync("Enter");
        await EditorSite.SaveAsync(page);
        Assert.Equal("<p><a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"nofollow noopener ugc\">大桥合龙</a></p>", await desk.HtmlAsync(2));
        Assert.Empty(desk.Faults);
    }

    [BrowserFact]
    public async Task A3_M4_A_picture_is_sent_from_the_editor_described_credited_and_stays_in_view_where_cards_cut_it()
    {
        await using var desk = await EditorSite.StartAsync();
        var page = await desk.OpenAsync("/newsroom/articles/new");
        await page.FillAsync("#Headline", "柳树发芽了");
        await page.FocusAsync("#rich-view");
        await page.Keyboard.TypeAsync("河边的柳树发芽了，清晨有人来看。");
        await page.ClickAsync("[data-do=picture]");
        await page.SetInputFilesAsync("#picture-file", new FilePayload { Name = "x.png", MimeType = "image/png", Buffer = "not a picture"u8.ToArray() });
        await Assertions.Expect(page.Locator("#picture-status")).ToContainTextAsync("这张图片不能用");
        await page.SetInputFilesAsync("#picture-file", APicture());
        await page.WaitForSelectorAsync("#rich-view figure img");
        desk.Faults.RemoveAll(f => f.Contains("400", StringComparison.Ordinal));
        await page.ClickAsync("#rich-view figcaption");
        await page.Keyboard.TypeAsync("柳树");
        await page.FillAsync("#panel-credit", "王一摄");
        await page.FillAsync("#panel-alt", "河岸上一排柳树");
        await page.FillAsync("#panel-x", "83");
        await page.FillAsync("#panel-y", "21");
        await page.ClickAsync(".acts button[formaction*=Publish]");
        await page.WaitForSelectorAsync(".done");
        Assert.Matches(@"<figure><img src=""picture:0"" alt=""河岸上一排柳树""><figcaption>柳树</figcaption></figure>", await desk.HtmlAsync(1));
        await using (var db = desk.Site.Store.CreateContext())
        {
            Assert.Equal("王一摄", (await db.ArticlePictures.SingleAsync()).Credit);
            Assert.Equal((83, 21), await db.PictureNotes.Select(n => new ValueTuple<int?, int?>(n.FocalX, n.FocalY)).SingleAsync());
        }

        await desk.Site.DrawPicturesAsync();
        var card = (await desk.Site.PageAsync("/")).QuerySelector(".shot img")!;
        Assert.Contains("fx8 fy2", card.ClassName, StringComparison.Ordinal);

        // Purely decorative is a choice, and no warning.
        await page.WaitForSelectorAsync("#desk[data-ready]");
        await page.ClickAsync("#rich-view figure img");
        await page.CheckAsync("#panel-decorative");
        await page.ClickAsync("#rich-view figcaption");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.PressAsync("Backspace");
        await EditorSite.SaveAsync(page);
        Assert.Equal(0, await page.Locator(".note").CountAsync());
        await page.ClickAsync("#rich-view figure img");
        await page.UncheckAsync("#panel-decorative");
        await EditorSite.SaveAsync(page);
        Assert.Equal(1, await page.Locator(".note").CountAsync());
        Assert.Empty(desk.Faults);
    }

    [BrowserFact]
    public async Task Text_that_one_person_left_unsaved_is_not_put_before_another_and_goes_at_signing_out()
    {
        await using var desk = await EditorSite.StartAsync();
        var page = await desk.OpenAsync("/newsroom/articles/new");
        await page.FocusAsync("#rich-view");
        await page.Keyboard.TypeAsync("写到一半的稿子");
        for (var i = 0; i < 50 && !await page.EvaluateAsync<bool>("Object.keys(localStorage).some(k => localStorage[k].includes('写到一半'))"); i++)
        {
            await Task.Delay(100);
        }

        await page.ReloadAsync();
        await page.WaitForSelectorAsync("#desk[data-ready]");
        Assert.Contains("写到一半的稿子", await page.TextContentAsync("#rich-view"), StringComparison.Ordinal);
        using var other = await StaffClient.EnterAsync(desk.Site, "李编辑", StaffRole.Editor);
        await page.Context.ClearCookiesAsync();
        await page.Context.AddCookiesAsync(other.Cookies.GetAllCookies().Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = desk.Site.Address }));
        await page.GotoAsync(desk.Site.Address + "/newsroom/articles/new");
        await page.WaitForSelectorAsync("#desk[data-ready]");
        Assert.Equal(string.Empty, (await page.TextContentAsync("#rich-view"))!.Trim());

        // The way out takes all of it along, from a page without script too.
        await page.GotoAsync(desk.Site.Address + "/newsroom/articles");
        await page.ClickAsync(".leave button");
        await page.WaitForURLAsync("**/sign-in*");
        Assert.Equal(0, await page.EvaluateAsync<int>("localStorage.length"));
    }

    [BrowserFact]
    public async Task Source_that_is_typed_is_shown_laid_out_and_back()
    {
        await using var desk = await EditorSite.StartAsync();
        await desk.Site.ImportAsync(AnArticle.Called("大桥今晨合龙").At("2026-11-24 08:00").Saying("第一段。\n\n第二段。"));
        var page = await desk.OpenAsync("/newsroom/articles/1");
        await page.ClickAsync("[data-view=source]");
        Assert.Equal("第一段。\n\n第二段。", (await page.InputValueAsync("#Body")).Trim());
        await page.FillAsync("#Body", "第一段。\n\n## 小标题\n\n第二段。");
        await page.ClickAsync("[data-view=rich]");
        await page.WaitForSelectorAsync("#rich-view h2");
        await page.ClickAsync("#rich-view h2");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("二");
        await EditorSite.SaveAsync(page);
        Assert.Equal("<p>第一段。</p><h2>小标题二</h2><p>第二段。</p>", await desk.HtmlAsync(1));
        Assert.Empty(desk.Faults);
    }

    [PageCheckFact]
    public async Task Axe_finds_nothing_in_the_editor_with_its_table_tools_its_picture_fields_and_its_windows_open()
    {
        await using var desk = await EditorSite.StartAsync();
        await desk.Site.ImportFolderAsync(Path.Combine(Environs.Root, "content"));
        await using var db = desk.Site.Store.CreateContext();
        var pictured = await db.Articles.Where(a => a.Pictures.Any(p => p.PictureId != null)).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync();
        var tabled = await db.Bodies.Where(b => b.Html.Contains("<table>")).Select(b => b.ArticleId).FirstAsync();
        var rules = await File.ReadAllTextAsync(PageCheckers.Axe);
        var findings = new List<string>();
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (360, ColorScheme.Dark) })
        {
            var page = await desk.OpenAsync($"/newsroom/articles/{pictured}", width, scheme);
            await page.EvaluateAsync(rules);
            await page.Locator("#rich-view figure .held").First.ClickAsync();
            await Assertions.Expect(page.Locator("#figure-panel")).ToBeVisibleAsync();
            await AddAsync(page, "figure");
            await page.ClickAsync("[data-view=source]");
            await AddAsync(page, "source");
            await page.CloseAsync();
            page = await desk.OpenAsync($"/newsroom/articles/{tabled}", width, scheme);
            await page.EvaluateAsync(rules);
            await page.Locator("#rich-view td").First.ClickAsync();
            await AddAsync(page, "table");
            await page.Keyboard.PressAsync("Control+k");
            await page.FillAsync("#link-search", "河");
            await page.WaitForSelectorAsync("#link-hits button");
            await AddAsync(page, "link");
            await page.Keyboard.PressAsync("Escape");
            await page.ClickAsync("[data-do=picture]");
            await page.WaitForSelectorAsync("#picture-hits img");
            await AddAsync(page, "picture");
            await page.Context.CloseAsync();

            async Task AddAsync(IPage shown, string what)
            {
                var found = await shown.EvaluateAsync<string[]>(
                    "async () => (await axe.run(document, { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.html.slice(0, 200)))");
                findings.AddRange(found.Select(f => $"{what} {width}: {f}"));
                var wide = await shown.EvaluateAsync<int>("document.documentElement.scrollWidth");
                findings.AddRange(wide > width ? [$"{what} is {wide} wide at {width}"] : []);
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
        Assert.Empty(desk.Faults);
    }

    [BrowserFact]
    public async Task Full_width_marks_are_shown_before_they_are_taken_and_can_be_undone()
    {
        await using var desk = await EditorSite.StartAsync();
        await desk.Site.ImportAsync(AnArticle.Called("大桥今晨合龙").At("2026-11-24 08:00").Saying("第一段。\n\n票价3.5元,10:30开船!\n\n第三段。"));
        var page = await desk.OpenAsync("/newsroom/articles/1");
        await page.ClickAsync("[data-do=punctuation]");
        await page.WaitForSelectorAsync("#marks-changes ins");
        Assert.Equal(1, await page.Locator("#marks-changes p").CountAsync());
        await page.ClickAsync("#marks-dialog button.main");
        await Assertions.Expect(page.Locator("#rich-view")).ToContainTextAsync("票价3.5元，10:30开船！");
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator("#rich-view")).ToContainTextAsync("票价3.5元,10:30开船!");
        await page.ClickAsync("[data-do=punctuation]");
        await page.ClickAsync("#marks-dialog button.main");
        await EditorSite.SaveAsync(page);
        Assert.Equal("<p>第一段。</p><p>票价3.5元，10:30开船！</p><p>第三段。</p>", await desk.HtmlAsync(1));
        Assert.Empty(desk.Faults);
    }

    [Fact]
    public async Task E14_A_word_of_the_list_warns_once_and_publishing_over_it_is_on_record()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await StaffClient.EnterAsync(site, "chen", StaffRole.ChiefEditor);
        using (var added = await staff.PostAsync("/newsroom/words?handler=Add", ("lines", "帐号\t账号\n慎用\t\t少用")))
        {
            Assert.Equal(302, (int)added.StatusCode);
        }

        using (var begun = await staff.SendAsync("/newsroom/articles/new", "/newsroom/articles/new?handler=Save", ("Form.Headline", "帐号要慎用"), ("Form.Body", "用户的帐号，[见此](/帐号)。")))
        {
            Assert.Equal(302, (int)begun.StatusCode);
        }

        const string Page = "/newsroom/articles/1";
        Assert.Equal(2, (await staff.PageAsync(Page)).QuerySelectorAll(".word-hits li").Length);
        using var warned = await staff.SendAsync(Page, Page + "?handler=Publish");
        Assert.Equal(400, (int)warned.StatusCode);
        var shown = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await warned.Content.ReadAsStringAsync());
        var named = shown.QuerySelector("input[name='Form.Overridden']")!.GetAttribute("value")!;
        Assert.Equal("帐号、慎用", named);
        using var put = await staff.SendAsync(Page, Page + "?handler=Replace", ("Form.Wrong", "帐号"));
        Assert.Equal(302, (int)put.StatusCode);
        await using var db = site.Store.CreateContext();
        Assert.Equal("账号要慎用", (await db.Articles.AsNoTracking().SingleAsync()).Headline);
        Assert.Equal("<p>用户的账号，<a href=\"/%E5%B8%90%E5%8F%B7\">见此</a>。</p>", (await db.Bodies.AsNoTracking().SingleAsync()).Html);

        // What was pressed for other words does not count for these.
        using var stale = await staff.SendAsync(Page, Page + "?handler=Publish", ("Form.Overridden", named));
        Assert.Equal(400, (int)stale.StatusCode);
        using var published = await staff.SendAsync(Page, Page + "?handler=Publish", ("Form.Overridden", "慎用"));
        Assert.Equal(302, (int)published.StatusCode);
        var entry = await db.AuditEntries.SingleAsync(e => e.Act == "article.overrideWords");
        Assert.Equal(("chen", "慎用", 1L), (entry.Actor, entry.Reason, entry.ArticleId));
        Assert.Contains("带词表里的词发布", (await staff.PageAsync(Page)).QuerySelector(".record")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_pictures_are_described_in_a_list_below_the_text()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportFolderAsync(Path.Combine(Environs.Root, "content"));
        using var staff = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        await using var db = site.Store.CreateContext();
        var article = await db.Articles.AsNoTracking().Include(a => a.Body).Include(a => a.Pictures).ThenInclude(p => p.Picture).Where(a => a.Pictures.Any(p => p.PictureId != null)).OrderByDescending(a => a.Pictures.Count).FirstAsync();
        var page = $"/newsroom/articles/{article.Id}";
        using (var untouched = await staff.SendAsync(page, page + "?handler=Save"))
        {
            Assert.Equal(302, (int)untouched.StatusCode);
            Assert.Equal(0, await db.Revisions.CountAsync());
        }

        using var saved = await staff.SendAsync(page, page + "?handler=Save", ("Form.Figures[0].AltText", "桥上的人"), ("Form.Figures[0].Caption", "晨光里的桥 <b>"), ("Form.Figures[0].Credit", "王一 摄"), ("Form.Figures[0].FocalX", "10"), ("Form.Figures[0].FocalY", "90"));
        Assert.Equal(302, (int)saved.StatusCode);
        var place = await db.ArticlePictures.AsNoTracking().SingleAsync(p => p.ArticleId == article.Id && p.Position == 0);
        Assert.Equal(("桥上的人", "晨光里的桥 <b>", "王一 摄"), (place.AltText, place.Caption, place.Credit));
        Assert.Equal(1, await db.Revisions.CountAsync());
        Assert.Equal(10, (await db.PictureNotes.AsNoTracking().SingleAsync()).FocalX);
        using var decorated = await staff.SendAsync(page, page + "?handler=Save", ("Form.Figures[0].IsDecorative", "true"));
        Assert.Equal(string.Empty, (await db.ArticlePictures.AsNoTracking().SingleAsync(p => p.ArticleId == article.Id && p.Position == 0)).AltText);
    }

    private static async Task PasteAsync(IPage page, string html) => await page.EvaluateAsync(
        "html => { const data = new DataTransfer(); data.setData('text/html', html); data.setData('text/plain', 'x'); document.getElementById('rich-view').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }",
        html);

    private static string APicture() => Directory.EnumerateFiles(Path.Combine(Environs.Root, "content"), "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();

    // Where a block is written anew, marks may stand in another order; what they mark does not change.
    private static string Sorted(string html) => Tags().Replace(html, run => string.Concat(Tag().Matches(run.Value).Select(m => m.Value).Order(StringComparer.Ordinal)));

    [GeneratedRegex("(?:</?(?:a|strong|em|del|ins|mark|small|sub|sup|code)(?: [^>]*)?>){2,}")]
    private static partial Regex Tags();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
