using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Newsroom;

/// <summary>D5: lists may open with a few sentences of the publisher's own.</summary>
public sealed class IntroductionTests
{
    private const string Sentences = "江上每一座桥从勘测到通车的消息，都在这里。 <b>不是</b>标记。";

    [Theory]
    [InlineData("sections", "城市")]
    [InlineData("tags", "大桥")]
    [InlineData("sources", "云川日报")]
    [InlineData("authors", "孙晓岚")]
    public async Task D5_an_introduction_stands_under_the_title_in_the_description_and_in_the_structured_data_until_it_is_taken_away(string kind, string name)
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("大桥今晨合龙").At("2026-11-24 08:00").In("城市").With("source", "云川日报").With("tags", "大桥").With("byline", "孙晓岚"));
        using var staff = await StaffClient.EnterAsync(site, "主编", StaffRole.ChiefEditor);
        var rows = (await staff.PageAsync($"/newsroom/names?kind={kind}")).QuerySelectorAll("table.rows tbody tr").Single(r => r.QuerySelector("td")!.TextContent.Trim() == name);
        var path = ((IHtmlAnchorElement)rows.QuerySelector("a")!).PathName;
        var id = ((IHtmlInputElement)rows.QuerySelector("input[name=id]")!).Value;
        Assert.Null((await site.PageAsync(path)).QuerySelector(".intro"));
        await IntroduceAsync(staff, kind, id, $"  {Sentences.Replace(" ", "\r\n", StringComparison.Ordinal)}\n", 302);

        var page = await site.PageAsync(path);
        Assert.Equal(Sentences, page.QuerySelector(".list-head .intro")!.TextContent);
        Assert.Equal(Sentences, page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Contains(page.QuerySelectorAll("script[type='application/ld+json']").Select(s => System.Text.Json.JsonDocument.Parse(s.TextContent).RootElement), d => d.TryGetProperty("description", out var text) && text.GetString() == Sentences);
        Assert.Equal(Sentences, (await staff.PageAsync($"/newsroom/names?kind={kind}")).QuerySelector("textarea")!.TextContent);

        await IntroduceAsync(staff, kind, id, new string('桥', 501), 400);
        Assert.NotNull((await site.PageAsync(path)).QuerySelector(".intro"));
        await IntroduceAsync(staff, kind, id, " ", 302);
        Assert.Null((await site.PageAsync(path)).QuerySelector(".intro"));
        await using var db = site.Store.CreateContext();
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Act == "name.introduce" && e.Subject == name));
    }

    [Fact]
    public async Task D5_an_introduction_goes_with_a_merge_unless_the_other_has_its_own()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(
            AnArticle.Called("大桥今晨合龙").At("2026-11-24 08:00").With("tags", "大桥"),
            AnArticle.Called("渡口停航通知").At("2026-11-24 09:00").With("tags", "渡口, 航运").Saying("风力七级，两岸班船今天下午停开，复航另行通知。"));
        await using var db = site.Store.CreateContext();
        var tags = await db.Tags.ToDictionaryAsync(t => t.Name, t => t.Id);
        var desk = new IntroductionDesk(site.Store, site.Clock, "主编");
        await desk.IntroduceAsync(Core.Articles.NameKind.Tag, tags["渡口"], "渡口的消息。");
        var names = new NameDesk(site.Store, site.Clock, "主编");
        await names.MergeAsync(Core.Articles.NameKind.Tag, tags["渡口"], tags["大桥"]);
        Assert.Equal("渡口的消息。", (await db.Introductions.SingleAsync()).Text);
        await desk.IntroduceAsync(Core.Articles.NameKind.Tag, tags["航运"], "航运的消息。");
        await names.MergeAsync(Core.Articles.NameKind.Tag, tags["大桥"], tags["航运"]);
        db.ChangeTracker.Clear();
        Assert.Equal("航运的消息。", (await db.Introductions.SingleAsync()).Text);
    }

    private static async Task IntroduceAsync(StaffClient staff, string kind, string id, string text, int expected)
    {
        using var answer = await staff.PostAsync($"/newsroom/names?handler=Introduce&kind={kind}", ("id", id), ("text", text));
        Assert.Equal(expected, (int)answer.StatusCode);
    }
}
