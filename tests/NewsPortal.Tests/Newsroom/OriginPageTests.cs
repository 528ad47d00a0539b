using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Newsroom;

/// <summary>The original beside the article: lines become captions, and parts of lines become fields.</summary>
public sealed class OriginPageTests
{
    private const string Capture =
        "大桥今晨合龙\n2026-11-24 08:00:00 | 来源:云川日报\n(资料图片)\n大桥今晨六时合龙,两岸居民在堤上看了整整一夜,天亮时响起了掌声。\n施工方说,桥面铺装明年春天完成,届时从北岸到南岸只要八分钟。\n记者在现场看到,最后一段钢梁吊起用了四十分钟。\n相关新闻\n河堤步道开放\n渡口停航通知 海桥晚报 李明\n最新新闻\n粮站翻修完工\n";

    [Fact]
    public async Task A_line_is_set_as_the_caption_of_the_picture_above_it_and_taken_back_and_stays_when_the_file_comes_again()
    {
        await using var site = await TestSite.StartAsync();
        using var editor = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        var origin = await OriginAsync(editor, Capture);
        await TakeAsync(editor, origin, "施工方说", "caption");
        var html = await BodyAsync(site);
        Assert.Matches("<figure><img[^>]*><figcaption>施工方说[^<]*</figcaption></figure>", html);
        Assert.DoesNotContain("<p>施工方说", html, StringComparison.Ordinal);

        using (var undone = await editor.PostAsync($"{origin}?handler=Undo", (await FieldsAsync(editor, origin, "大桥今晨六时"))[0]))
        {
            Assert.Equal(302, (int)undone.StatusCode);
        }

        Assert.DoesNotContain("<figcaption>", await BodyAsync(site), StringComparison.Ordinal);
        Assert.Contains("<p>施工方说", await BodyAsync(site), StringComparison.Ordinal);

        // A line that was left out goes to the same picture, and nothing of the text is lost by it.
        await TakeAsync(editor, origin, "粮站翻修完工", "caption");
        await editor.UploadAsync(("bridge.txt", Encoding.UTF8.GetBytes(Capture + "\n")));
        html = await BodyAsync(site);
        Assert.Contains("<figcaption>粮站翻修完工</figcaption>", html, StringComparison.Ordinal);
        Assert.Contains("<p>施工方说", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_in_brackets_with_who_made_the_picture_is_parted_as_the_importer_parts_it()
    {
        await using var site = await TestSite.StartAsync();
        using var editor = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        var origin = await OriginAsync(editor, Capture.Replace("粮站翻修完工", "(图为合龙现场。新华社记者 李明 摄)", StringComparison.Ordinal));
        await TakeAsync(editor, origin, "图为合龙现场", "caption");
        Assert.Contains("<figcaption>图为合龙现场。</figcaption>", await BodyAsync(site), StringComparison.Ordinal);
        var article = await ArticleAsync(site);
        Assert.Equal("新华社记者 李明 摄", Assert.Single(article.Pictures).Credit);
    }

    [Fact]
    public async Task Where_the_text_has_no_picture_a_caption_is_refused_with_the_reason()
    {
        await using var site = await TestSite.StartAsync();
        using var editor = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        var origin = await OriginAsync(editor, Capture.Replace("(资料图片)\n", string.Empty, StringComparison.Ordinal));
        using var refused = await editor.PostAsync($"{origin}?handler=Take", [.. await FieldsAsync(editor, origin, "粮站翻修完工"), ("what", "caption")]);
        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Contains("没有图片", (await ShownAsync(refused)).QuerySelector(".fault")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_a_line_becomes_a_field_and_what_the_line_does_not_say_is_refused_with_what_was_typed()
    {
        await using var site = await TestSite.StartAsync();
        using var editor = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        var origin = await OriginAsync(editor, Capture);
        var line = await LineAsync(editor, origin, "渡口停航通知");
        Assert.Equal("渡口停航通知 海桥晚报 李明", line.QuerySelector("input[name=part]")!.GetAttribute("value"));
        await TakeAsync(editor, origin, "渡口停航通知", "source", "海桥晚报");
        await TakeAsync(editor, origin, "渡口停航通知", "byline", " 李明 ");
        var article = await ArticleAsync(site);
        Assert.Equal(("海桥晚报", "李明"), (article.Source!.Name, article.Byline));

        using (var refused = await editor.PostAsync($"{origin}?handler=Take", [.. await FieldsAsync(editor, origin, "渡口停航通知"), ("what", "source"), ("part", "海桥早报")]))
        {
            var page = await ShownAsync(refused);
            Assert.Equal(400, (int)refused.StatusCode);
            Assert.Contains("海桥早报", page.QuerySelector(".fault")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("海桥早报", page.QuerySelector("details[open] input[name=part]")!.GetAttribute("value"));
        }

        using (var empty = await editor.PostAsync($"{origin}?handler=Take", [.. await FieldsAsync(editor, origin, "渡口停航通知"), ("what", "source"), ("part", "  ")]))
        {
            Assert.Equal(400, (int)empty.StatusCode);
        }

        Assert.Equal("海桥晚报", (await ArticleAsync(site)).Source!.Name);

        // The importer parted the line of time and source; the box holds all of it.
        Assert.Equal("2026-11-24 08:00:00 | 来源:云川日报", (await LineAsync(editor, origin, "云川日报")).QuerySelector("input[name=part]")!.GetAttribute("value"));
        await editor.UploadAsync(("bridge.txt", Encoding.UTF8.GetBytes(Capture + "\n")));
        Assert.Equal(("海桥晚报", "李明"), ((await ArticleAsync(site)).Source!.Name, (await ArticleAsync(site)).Byline));
    }

    private static async Task<string> OriginAsync(StaffClient editor, string capture)
    {
        var (_, page) = await editor.UploadAsync(("bridge.txt", Encoding.UTF8.GetBytes(capture)));
        return $"{page.QuerySelector("table.rows tbody label a")!.GetAttribute("href")}/origin";
    }

    private static async Task TakeAsync(StaffClient editor, string origin, string line, string what, string? part = null)
    {
        using var taken = await editor.PostAsync($"{origin}?handler=Take", [.. await FieldsAsync(editor, origin, line), ("what", what), .. part is null ? [] : new[] { ("part", part) }]);
        Assert.True((int)taken.StatusCode == 302, (await ShownAsync(taken)).QuerySelector(".fault")?.TextContent);
    }

    private static async Task<IElement> LineAsync(StaffClient editor, string origin, string line) =>
        (await editor.PageAsync(origin)).QuerySelectorAll("ol.blocks li").First(l => l.QuerySelector("summary")!.TextContent.Contains(line, StringComparison.Ordinal));

    private static async Task<(string Name, string Value)[]> FieldsAsync(StaffClient editor, string origin, string line) =>
        [.. (await LineAsync(editor, origin, line)).QuerySelector("form")!.QuerySelectorAll("input[type=hidden]").Where(i => i.GetAttribute("name") != "__RequestVerificationToken").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))];

    private static async Task<IDocument> ShownAsync(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    private static async Task<string> BodyAsync(TestSite site)
    {
        await using var db = site.Store.CreateContext();
        return await db.Bodies.Select(b => b.Html).SingleAsync();
    }

    private static async Task<Article> ArticleAsync(TestSite site)
    {
        await using var db = site.Store.CreateContext();
        return await db.Articles.Include(a => a.Source).Include(a => a.Pictures).SingleAsync();
    }
}
