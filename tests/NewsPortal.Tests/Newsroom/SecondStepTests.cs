using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Core.Access;
using NewsPortal.Core.Changes;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Commands;
using NewsPortal.Web.Hosting;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Tests.Newsroom;

/// <summary>Who needs more than a password, who is invited, and what of it stands on record.</summary>
public sealed class SecondStepTests
{
    private const string Rule = "--NewsPortal:Newsroom:RequireSecondStep=";

    [Fact]
    public async Task By_default_an_administrator_without_a_second_step_is_led_to_set_one_up_and_finds_everything_else_shut()
    {
        await using var site = await TestSite.StartAsync(Rule);
        var password = await StaffClient.AddAsync(site, "wang", StaffRole.Administrator);
        using var browser = StaffClient.Stranger(site);
        using (var entered = await browser.SignInAsync("wang", password))
        {
            Assert.Equal(302, (int)entered.StatusCode);
        }

        foreach (var shut in (string[])["/newsroom", "/newsroom/users", "/newsroom/articles/new", "/newsroom/record"])
        {
            using var answer = await browser.Client.GetAsync(shut);
            Assert.Equal((302, "/newsroom/account"), ((int)answer.StatusCode, answer.Headers.Location?.ToString()));
        }

        using (var post = await browser.PostAsync("/newsroom/users?handler=Add", ("name", "someone"), ("role", "Administrator")))
        {
            Assert.Equal(403, (int)post.StatusCode);
        }

        using (await browser.PostAsync("/newsroom/account?handler=FactorBegin"))
        {
        }

        var key = (await browser.PageAsync("/newsroom/account")).QuerySelector("code.key")!.TextContent;
        using (await browser.PostAsync("/newsroom/account?handler=FactorOn", ("digits", SignInTests.Totp(key, 0))))
        {
        }

        Assert.Equal(200, await browser.StatusAsync("/newsroom/users"));

        // Switched off again, the door shuts again.
        using (await browser.PostAsync("/newsroom/account?handler=FactorOff", ("old", password)))
        {
        }

        Assert.Equal(302, await browser.StatusAsync("/newsroom/users"));
        using var editor = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        Assert.Equal(200, await editor.StatusAsync("/newsroom"));
    }

    [Theory]
    [InlineData("Everyone", 302, 302)]
    [InlineData("nobody", 200, 200)]
    [InlineData("Administrators", 200, 302)]
    public async Task The_rule_is_the_operators(string rule, int editor, int administrator)
    {
        await using var site = await TestSite.StartAsync(Rule + rule);
        using var chen = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);
        using var wang = await StaffClient.EnterAsync(site, "wang", StaffRole.Administrator);
        Assert.Equal((editor, administrator), (await chen.StatusAsync("/newsroom"), await wang.StatusAsync("/newsroom")));
        await Assert.ThrowsAsync<SettingException>(() => TestSite.StartAsync(Rule + "sometimes"));
    }

    [Fact]
    public async Task The_first_administrator_is_led_to_the_second_step_too()
    {
        await using var site = await TestSite.StartAsync(Rule + "Administrators");
        using var browser = StaffClient.Stranger(site);
        var code = site.Services.GetRequiredService<FirstStart>().Code;
        using var made = await browser.PostAsync("/newsroom/setup", ("code", code), ("name", "王"), ("password", "一句很长的话当作密码来用吧"));
        Assert.Equal("/newsroom", made.Headers.Location?.ToString());
        using var led = await browser.Client.GetAsync("/newsroom");
        Assert.Equal("/newsroom/account", led.Headers.Location?.ToString());
        Assert.NotNull((await browser.PageAsync("/newsroom/account")).QuerySelector("p.note[role=status]"));
    }

    [Fact]
    public async Task Who_is_invited_sets_a_password_once_within_72_hours_and_nobody_else_learns_it()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await StaffClient.EnterAsync(site, "wang", StaffRole.Administrator);
        var link = await InvitedAsync(staff, "handler=Add", ("name", "chen"), ("role", "Editor"), ("way", "link"));
        using var chen = StaffClient.Stranger(site);
        using (var shown = await chen.Client.GetAsync(link))
        {
            Assert.Equal("no-store", shown.Headers.CacheControl?.ToString());
            Assert.Equal("no-referrer", shown.Headers.GetValues("Referrer-Policy").Single());
            Assert.Contains("noindex", shown.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        }

        using (var weak = await chen.PostAsync(link, ("password", "short")))
        {
            Assert.Equal(400, (int)weak.StatusCode);
        }

        using (var set = await chen.PostAsync(link, ("password", "一句只有我知道的长话，记得住")))
        {
            Assert.Equal("/newsroom", set.Headers.Location?.ToString());
        }

        Assert.Equal(200, await chen.StatusAsync("/newsroom/articles"));
        using var thief = StaffClient.Stranger(site);
        Assert.Equal(404, await thief.StatusAsync(link));

        // A reset by link ends sessions and the old password at once; too late, it opens nothing.
        await using var db = site.Store.CreateContext();
        var id = (await db.Staff.SingleAsync(m => m.UserName == "chen")).Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var again = await InvitedAsync(staff, "handler=Invite", ("id", id));
        Assert.Equal(302, await chen.StatusAsync("/newsroom"));
        using (var old = await chen.SignInAsync("chen", "一句只有我知道的长话，记得住"))
        {
            Assert.Equal(401, (int)old.StatusCode);
        }

        site.Clock.Pass(StaffInvitations.Lasts - TimeSpan.FromMinutes(1));
        Assert.Equal(200, await thief.StatusAsync(again));
        site.Clock.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(404, await thief.StatusAsync(again));
    }

    [Fact]
    public async Task An_invitation_does_not_pass_by_a_second_step_and_guessing_addresses_is_slowed_down()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await StaffClient.EnterAsync(site, "wang", StaffRole.Administrator);
        var password = await StaffClient.AddAsync(site, "chen", StaffRole.Editor);
        await using var db = site.Store.CreateContext();
        await db.Staff.Where(m => m.UserName == "chen").ExecuteUpdateAsync(set => set.SetProperty(m => m.TwoFactorEnabled, true));
        var (output, error) = (new StringWriter(), new StringWriter());
        Assert.Equal(CommandLine.Ok, await CommandLine.RunAsync(["user", "password", "chen", "--invite", "--data", site.DataDirectory], output, error));
        var path = new Uri(output.ToString().Trim()).AbsolutePath;
        using var chen = StaffClient.Stranger(site);
        using (var set = await chen.PostAsync(path, ("password", "一句只有我知道的长话，记得住")))
        {
            Assert.Equal("/newsroom/sign-in/code", set.Headers.Location?.ToString());
        }

        Assert.Equal(302, await chen.StatusAsync("/newsroom"));
        Assert.NotEqual(password, string.Empty);
        using var guesser = StaffClient.Stranger(site);
        var seen = new List<int>();
        for (var i = 0; i < 12; i++)
        {
            seen.Add(await guesser.StatusAsync($"/newsroom/invitation/{LinkSecret.New()}"));
        }

        Assert.Equal(404, seen[0]);
        Assert.Equal(429, seen[^1]);
    }

    [Fact]
    public async Task What_is_done_to_people_and_tokens_stands_on_record_without_a_secret_and_failures_are_counted_by_the_hour()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await StaffClient.EnterAsync(site, "wang", StaffRole.Administrator);
        var secret = (await FormAsync(staff, "handler=Add", ("name", "chen"), ("role", "Reporter"), ("way", "password"))).QuerySelector(".done code")!.TextContent;
        await using var db = site.Store.CreateContext();
        var id = (await db.Staff.SingleAsync(m => m.UserName == "chen")).Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (handler, fields) in new (string, (string, string)[])[]
        {
            ("Role", [("role", "Editor")]), ("Disable", []), ("Enable", []), ("Forget", []),
        })
        {
            using var done = await staff.PostAsync($"/newsroom/users?handler={handler}", [("id", id), .. fields]);
            Assert.Equal(302, (int)done.StatusCode);
        }

        await InvitedAsync(staff, "handler=Invite", ("id", id));
        var token = (await new ApiTokens(db, site.Clock).AddAsync("robot", TokenScopes.Draft, null, null))!;
        await new ApiTokens(db, site.Clock).RevokeAsync("robot");
        using var stranger = StaffClient.Stranger(site);
        foreach (var name in (string[])["chen", "chen", "a password typed here by mistake"])
        {
            using var failed = await stranger.SignInAsync(name, "not the password");
            Assert.Equal(401, (int)failed.StatusCode);
        }

        await site.PassAsync(TimeSpan.FromHours(1));
        var entries = await db.AuditEntries.AsNoTracking().OrderBy(e => e.Id).ToListAsync();
        Assert.Equal(
            [
                ("operator", AuditActs.StaffAdded, "wang"), ("wang", AuditActs.StaffSignedIn, "wang"), ("wang", AuditActs.StaffAdded, "chen"), ("wang", AuditActs.StaffChanged, "chen"),
                ("wang", AuditActs.StaffDisabled, "chen"), ("wang", AuditActs.StaffEnabled, "chen"), ("wang", AuditActs.StaffSecondStepOff, "chen"), ("wang", AuditActs.StaffInvited, "chen"),
                ("operator", AuditActs.TokenAdded, "robot"), ("operator", AuditActs.TokenRevoked, "robot"), ("sign-in", AuditActs.StaffSignInsFailed, "2026-11-24T02:00Z"),
            ],
            entries.Select(e => (e.Actor, e.Act, e.Subject)));
        Assert.Equal(("""{"role":"Reporter"}""", """{"role":"Editor"}"""), (entries[3].Before, entries[3].After));
        Assert.Equal("""{"chen":"2","?":"1"}""", entries[^1].After);
        var all = string.Join('\n', entries.Select(e => $"{e.Subject} {e.Before} {e.After}"));
        Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        Assert.DoesNotContain(token, all, StringComparison.Ordinal);
        Assert.DoesNotContain("typed here by mistake", all, StringComparison.Ordinal);
        using (await staff.SignInAsync("wang", "no longer needed"))
        {
        }

        using var chief = await StaffClient.EnterAsync(site, "zhu", StaffRole.ChiefEditor);
        var shown = await chief.PageAsync("/newsroom/record");
        Assert.DoesNotContain(shown.QuerySelectorAll("tbody td:nth-child(4)").Select(td => td.TextContent), words => words.Contains("staff.", StringComparison.Ordinal) || words.Contains("token.", StringComparison.Ordinal));
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> FormAsync(StaffClient staff, string handler, params (string, string)[] fields)
    {
        using var answer = await staff.PostAsync("/newsroom/users?" + handler, fields);
        Assert.Equal(200, (int)answer.StatusCode);
        return new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> InvitedAsync(StaffClient staff, string handler, params (string, string)[] fields) =>
        new Uri((await FormAsync(staff, handler, fields)).QuerySelector(".done code")!.TextContent).AbsolutePath;
}
