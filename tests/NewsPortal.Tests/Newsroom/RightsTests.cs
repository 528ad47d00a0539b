using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Tests.Newsroom;

/// <summary>Who may do what, asked of every address that there is.</summary>
public sealed class RightsTests
{
    private static readonly ArticleAct[] Acts =
        [ArticleAct.Save, ArticleAct.Submit, ArticleAct.Reject, ArticleAct.Publish, ArticleAct.Schedule, ArticleAct.HoldBack, ArticleAct.Correct, ArticleAct.Withdraw, ArticleAct.Restore, ArticleAct.Move, ArticleAct.End];

    [Fact]
    public async Task Every_page_of_the_newsroom_is_shut_to_strangers_and_open_to_the_roles_that_it_names_and_to_no_other()
    {
        await using var site = await TestSite.StartAsync();
        var folder = await site.ImportAsync(AnArticle.Called("桥今天通车").At("2026-11-24 09:00"));
        Assert.Equal(1, folder.Added);
        var pages = Pages(site);
        Assert.True(pages.Count >= 12, $"{pages.Count} pages");
        using var stranger = StaffClient.Stranger(site);
        foreach (var (address, page) in pages)
        {
            var isOpen = page.HandlerTypeInfo.IsDefined(typeof(AllowAnonymousAttribute), inherit: true);
            using var answer = await stranger.Client.GetAsync(address);
            var shut = (int)answer.StatusCode == 302 && answer.Headers.Location!.ToString().Contains("/newsroom/sign-in", StringComparison.Ordinal);
            Assert.True(shut != isOpen || (isOpen && address.EndsWith("/code", StringComparison.Ordinal)), $"{address} answers a stranger {(int)answer.StatusCode}");
            using var post = await stranger.Client.PostAsync(address, new FormUrlEncodedContent([]));
            Assert.True((int)post.StatusCode is 400 or 401 or 404, $"POST {address} without a token answers {(int)post.StatusCode}");
        }

        foreach (var role in Enum.GetValues<StaffRole>())
        {
            using var staff = await StaffClient.EnterAsync(site, role.ToString(), role);
            foreach (var (address, page) in pages.Where(p => !p.Page.HandlerTypeInfo.IsDefined(typeof(AllowAnonymousAttribute), inherit: true)))
            {
                var named = page.HandlerTypeInfo.GetCustomAttributes(typeof(RequiresAttribute), inherit: true).Cast<RequiresAttribute>().FirstOrDefault();
                var status = await staff.StatusAsync(address);
                var may = named is null || role.May(named.Act);
                Assert.True(may == (status is 200 or 404), $"{role} asks {address}: {status}");
                Assert.True(may || status == 403, $"{role} asks {address}: {status}");
            }
        }
    }

    [Fact]
    public async Task Every_act_in_every_state_is_allowed_to_exactly_the_roles_that_may()
    {
        await using var site = await TestSite.StartAsync();
        var clients = new Dictionary<StaffRole, StaffClient>();
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            clients[role] = await StaffClient.EnterAsync(site, role.ToString(), role);
        }

        foreach (var status in Enum.GetValues<ArticleStatus>())
        {
            foreach (var own in (bool[])[true, false])
            {
                foreach (var (role, client) in clients)
                {
                    var id = await ArticleInAsync(site, status, own ? role.ToString() : "somebody");
                    foreach (var act in Acts)
                    {
                        // A reporter acts on nothing but a draft of their own.
                        var may = ArticleActs.May(status, act) && (role >= StaffRole.Editor || (own && status == ArticleStatus.Draft && act is ArticleAct.Save or ArticleAct.Submit));

                        // From a version that never was, nothing is done; but whether it may be done is told first.
                        using var answer = await client.PostAsync($"/newsroom/articles/{id}?handler={act}", ("Form.Version", "-1"));
                        Assert.True(may == ((int)answer.StatusCode != 403), $"{role}, {(own ? "own" : "other's")} {status}, {act}: {(int)answer.StatusCode}");
                    }
                }
            }
        }

        foreach (var client in clients.Values)
        {
            client.Dispose();
        }
    }

    [Fact]
    public async Task An_editor_of_one_section_publishes_in_no_other()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("桥今天通车").In("城市").With("status", "draft"), AnArticle.Called("稻子收完了").In("乡村").With("status", "draft"));
        using var staff = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        await using var db = site.Store.CreateContext();
        var city = await db.Sections.SingleAsync(s => s.Name == "城市");
        await db.Staff.ExecuteUpdateAsync(set => set.SetProperty(m => m.Sections, $"{city.Id}"));
        foreach (var article in await db.Articles.AsNoTracking().ToListAsync())
        {
            using var answer = await staff.SendAsync($"/newsroom/articles/{article.Id}", $"/newsroom/articles/{article.Id}?handler=Publish");
            Assert.Equal(article.SectionId == city.Id ? 302 : 403, (int)answer.StatusCode);
        }

        // Nor by filing it there, nor into a section that does not exist.
        foreach (var elsewhere in (string[])["乡村", "新栏目"])
        {
            using var filed = await staff.SendAsync("/newsroom/articles/new", "/newsroom/articles/new?handler=Publish", ("Form.Headline", "越界的稿件"), ("Form.Body", "正文。"), ("Form.Section", elsewhere));
            Assert.Equal(400, (int)filed.StatusCode);
        }

        Assert.Equal(2, await db.Articles.CountAsync());
    }

    [Fact]
    public async Task A_reporter_overwrites_nobody_elses_draft_by_sending_its_file_again()
    {
        await using var site = await TestSite.StartAsync();
        using var one = await StaffClient.EnterAsync(site, "xiao", StaffRole.Reporter);
        using var other = await StaffClient.EnterAsync(site, "li", StaffRole.Reporter);
        await one.UploadAsync(("a.md", System.Text.Encoding.UTF8.GetBytes("# 渡口停航\n\n渡口因大风今天停航，明天恢复，请改乘公交。")));
        var (_, page) = await other.UploadAsync(("a.md", System.Text.Encoding.UTF8.GetBytes("# 渡口停航\n\n渡口因大风今天停航，明天恢复，被别人改了。")));
        Assert.Single(page.QuerySelectorAll(".state.rejected"));
        await using var db = site.Store.CreateContext();
        Assert.DoesNotContain("被别人改了", await db.Bodies.Select(b => b.Text).SingleAsync(), StringComparison.Ordinal);
    }

    // Sixteen bytes of a random headline keep each article apart from every other.
    private static async Task<long> ArticleInAsync(TestSite site, ArticleStatus status, string creator)
    {
        var desk = new ArticleDesk(site.Store, site.Clock, TimeZoneInfo.Utc, creator);
        var made = await desk.CreateAsync(new ArticleEdit { Headline = $"第{Guid.NewGuid():N}号", Body = "<p>河水退了，路又通了。</p>" });
        switch (status)
        {
            case ArticleStatus.InReview:
                await desk.SubmitAsync(made.Id);
                break;
            case ArticleStatus.Scheduled:
                await desk.ScheduleAsync(made.Id, site.Clock.GetUtcNow().UtcDateTime.AddDays(1));
                break;
            case ArticleStatus.Published or ArticleStatus.Withdrawn:
                await desk.PublishAsync(made.Id);
                break;
        }

        if (status == ArticleStatus.Withdrawn)
        {
            await desk.WithdrawAsync(made.Id, "写错了");
        }

        return made.Id;
    }

    private static List<(string Address, CompiledPageActionDescriptor Page)> Pages(TestSite site)
    {
        var loader = site.Services.GetRequiredService<Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure.PageLoader>();
        return [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => (Address: "/" + e.RoutePattern.RawText!.TrimStart('/'), Page: e.Metadata.GetMetadata<PageActionDescriptor>()))
            .Where(e => e.Page is not null && NewsroomAddresses.Has(e.Address))
            .Select(e => (e.Address.Replace("{id:long}", "1", StringComparison.Ordinal).Replace("{run:long}", "1", StringComparison.Ordinal).Replace("/{id:long?}", string.Empty, StringComparison.Ordinal).Replace("{id:int}", "0", StringComparison.Ordinal).Replace("/{number:int?}", string.Empty, StringComparison.Ordinal),
                loader.LoadAsync(e.Page!, new Microsoft.AspNetCore.Http.EndpointMetadataCollection()).GetAwaiter().GetResult()))];
    }
}
