using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Serving;

namespace NewsPortal.Tests.Serving.Kept;

/// <summary>Pages made before anybody asks.</summary>
public sealed class MakingAheadTests
{
    [Fact]
    public async Task Once_the_site_stands_still_every_page_is_kept_and_the_first_reader_waits_for_no_rendering()
    {
        await using var site = await TestSite.StartAsync("--NewsPortal:MakeAhead=true");
        await site.ImportAsync([.. Enumerable.Range(1, 30).Select(i => AnArticle.Called($"第{i}条消息").At($"2026-10-{i:00} 08:00:00").With("slug", $"n{i}").Saying($"第{i}条消息说的是第{i}件事。"))]);
        await UntilKeptAsync(site, 30);
        Assert.Equal(0, await RenderedAsync(site, 30));

        // What a publish throws away is made again as well.
        await site.ImportAsync(AnArticle.Called("插进来的消息").At("2026-10-15 12:00:00").With("slug", "n31").Saying("插在中间的一条。"));
        await UntilKeptAsync(site, 31);
        Assert.Equal(0, await RenderedAsync(site, 30));
    }

    private static async Task UntilKeptAsync(TestSite site, int pages)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            await using var db = site.Store.CreateContext();
            if (await db.Runs.CountAsync() >= pages)
            {
                return;
            }

            await Task.Delay(200);
        }

        Assert.Fail("The pages were not made.");
    }

    private static async Task<long> RenderedAsync(TestSite site, int pages)
    {
        var runs = site.Services.GetRequiredService<ArticleRunSource>();
        var before = runs.Rendered;
        for (var i = 1; i <= pages; i++)
        {
            Assert.Equal(200, await site.StatusAsync($"/2026/10/{i:00}/n{i}"));
        }

        return runs.Rendered - before;
    }
}
