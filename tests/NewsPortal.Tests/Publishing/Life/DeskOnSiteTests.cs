using System.Net;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Publishing.Life;

/// <summary>What readers see of the desk's acts.</summary>
public sealed class DeskOnSiteTests
{
    [Fact]
    public async Task Readers_see_each_act_where_it_concerns_them()
    {
        await using var site = await TestSite.StartAsync();
        var desk = new ArticleDesk(site.Store, site.Clock, Newsroom.Zone, "chen");
        var edit = Newsroom.AnEdit(body: "步道**今天**开放，全长三公里。") with { Format = BodyFormat.Markdown };
        var draft = await desk.CreateAsync(edit);
        await site.RefreshAsync();
        Assert.Equal(404, await site.StatusAsync(draft.Path));

        var published = await desk.PublishAsync(draft.Id);
        await site.RefreshAsync();
        Assert.Equal("今天", (await site.PageAsync(draft.Path)).QuerySelector(".article-body strong")!.TextContent);

        site.Clock.Pass(TimeSpan.FromMinutes(5));
        var corrected = await desk.CorrectAsync(draft.Id, published.Version, edit with { PublishedUtc = site.Clock.NowUtc().AddMinutes(-5), Body = "步道**今天**开放，全长四公里。" }, "步道全长四公里。");
        await site.RefreshAsync();
        var page = await site.PageAsync(draft.Path);
        Assert.Contains("步道全长四公里。", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("全长四公里", page.QuerySelector(".article-body")!.TextContent, StringComparison.Ordinal);

        var moved = await desk.MoveAsync(draft.Id, "walk", corrected.Version);
        await site.RefreshAsync();
        using (var old = await site.Client.GetAsync(draft.Path))
        {
            Assert.Equal((HttpStatusCode.MovedPermanently, moved.Path), (old.StatusCode, old.Headers.Location!.ToString()));
        }

        Assert.NotNull((await site.PageAsync("/")).QuerySelector($"a[href='{moved.Path}']"));
        await desk.WithdrawAsync(draft.Id, "未经核实", moved.Version);
        await site.RefreshAsync();
        Assert.Equal((410, 410), (await site.StatusAsync(moved.Path), await site.StatusAsync(draft.Path)));
    }
}
