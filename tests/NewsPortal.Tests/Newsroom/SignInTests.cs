using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Core.Access;
using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Commands;
using NewsPortal.Web.Newsroom;

namespace NewsPortal.Tests.Newsroom;

/// <summary>The newsroom's door.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task A_stranger_is_led_to_the_door_and_back_to_where_they_wanted_to_go_but_never_out_of_the_newsroom()
    {
        await using var site = await TestSite.StartAsync();
        var password = await StaffClient.AddAsync(site, "陈编辑", StaffRole.Editor);
        using var stranger = StaffClient.Stranger(site);
        using var led = await stranger.Client.GetAsync("/newsroom/articles?status=draft");
        Assert.Equal("/newsroom/sign-in?back=%2Fnewsroom%2Farticles%3Fstatus%3Ddraft", led.Headers.Location!.PathAndQuery);
        using var entered = await stranger.SignInAsync("陈编辑", password, "/newsroom/articles?status=draft");
        Assert.Equal("/newsroom/articles?status=draft", entered.Headers.Location!.ToString());
        foreach (var outside in (string[])["https://evil.example/newsroom", "//evil.example", "/\\evil.example", "/newsroomx", "/newsroom//evil.example", "/newsroom\\..\\evil"])
        {
            using var other = StaffClient.Stranger(site);
            using var answer = await other.SignInAsync("陈编辑", password, outside);
            Assert.Equal("/newsroom", answer.Headers.Location!.ToString());
        }
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_answered_alike()
    {
        await using var site = await TestSite.StartAsync();
        await StaffClient.AddAsync(site, "chen", StaffRole.Editor);
        using var stranger = StaffClient.Stranger(site);
        using var wrong = await stranger.SignInAsync("chen", "not the password");
        using var unknown = await stranger.SignInAsync("chan", "not the password");
        Assert.Equal((401, 401), ((int)wrong.StatusCode, (int)unknown.StatusCode));
        Assert.Equal(Told(await wrong.Content.ReadAsStringAsync()), Told(await unknown.Content.ReadAsStringAsync()).Replace("chan", "chen", StringComparison.Ordinal));

        static string Told(string html) => System.Text.RegularExpressions.Regex.Replace(html, "name=\"__RequestVerificationToken\"[^>]*>", string.Empty);
    }

    [Fact]
    public async Task Whoever_guesses_waits_longer_and_longer_and_a_browser_that_was_here_before_does_not()
    {
        await using var site = await TestSite.StartAsync();
        var password = await StaffClient.AddAsync(site, "chen", StaffRole.Editor);
        using var known = StaffClient.Stranger(site);
        using (await known.SignInAsync("chen", password))
        using (await known.PostAsync("/newsroom/sign-out"))
        {
        }

        using var attacker = StaffClient.Stranger(site);
        var tried = 0;
        for (var guess = 0; guess < 200; guess++)
        {
            using var answer = await attacker.SignInAsync("chen", $"a guess, number {guess}");
            tried += (int)answer.StatusCode == 401 ? 1 : 0;
            site.Clock.Pass(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(tried, 5, 12);
        using var right = await attacker.SignInAsync("chen", password);
        Assert.Equal(429, (int)right.StatusCode);
        using var owner = await known.SignInAsync("chen", password);
        Assert.Equal(302, (int)owner.StatusCode);
    }

    [Fact]
    public async Task Guesses_that_come_all_at_once_are_not_all_tried()
    {
        await using var site = await TestSite.StartAsync();
        await StaffClient.AddAsync(site, "chen", StaffRole.Editor);
        using var attacker = StaffClient.Stranger(site);
        await attacker.PageAsync("/newsroom/sign-in");
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            using var answer = await attacker.SignInAsync("chen", $"a guess, number {i}");
            return (int)answer.StatusCode;
        }));
        Assert.InRange(answers.Count(status => status == 401), 1, 5);
        Assert.All(answers, status => Assert.True(status is 401 or 429));
    }

    [Fact]
    public async Task A_session_is_new_at_every_sign_in_and_ends_when_it_is_left_idle_old_or_taken_away()
    {
        await using var site = await TestSite.StartAsync();
        var password = await StaffClient.AddAsync(site, "chen", StaffRole.Editor);
        using var one = StaffClient.Stranger(site);
        using var other = StaffClient.Stranger(site);
        using (await one.SignInAsync("chen", password))
        using (await other.SignInAsync("chen", password))
        {
        }

        var first = Session(one);
        Assert.NotEqual(first, Session(other));
        var listed = await other.PageAsync("/newsroom/account");
        Assert.Equal(2, listed.QuerySelectorAll("table tbody tr").Length);
        var id = listed.QuerySelector("form[action*='handler=End'] input[name=id]")!.GetAttribute("value")!;
        using (await other.PostAsync("/newsroom/account?handler=End", ("id", id)))
        {
        }

        Assert.Equal((302, 200), (await one.StatusAsync("/newsroom"), await other.StatusAsync("/newsroom")));
        site.Clock.Pass(StaffSessions.Idle + TimeSpan.FromMinutes(1));
        Assert.Equal(302, await other.StatusAsync("/newsroom"));
        using (await one.SignInAsync("chen", password))
        {
        }

        Assert.NotEqual(first, Session(one));
        for (var passed = TimeSpan.Zero; passed < StaffSessions.Longest; passed += TimeSpan.FromMinutes(20))
        {
            Assert.Equal(200, await one.StatusAsync("/newsroom"));
            site.Clock.Pass(TimeSpan.FromMinutes(20));
        }

        Assert.Equal(302, await one.StatusAsync("/newsroom"));
        using (await one.SignInAsync("chen", password))
        {
        }

        await using var db = site.Store.CreateContext();
        await new StaffMembers(db, site.Clock).DisableAsync("chen");
        Assert.Equal(302, await one.StatusAsync("/newsroom"));
        using var refused = await one.SignInAsync("chen", password);
        Assert.Equal(401, (int)refused.StatusCode);
    }

    [Fact]
    public async Task With_a_second_step_a_password_alone_lets_nobody_in_and_no_code_works_twice()
    {
        await using var site = await TestSite.StartAsync();
        var password = await StaffClient.AddAsync(site, "chen", StaffRole.Administrator);
        using var browser = StaffClient.Stranger(site);
        using (await browser.SignInAsync("chen", password))
        using (await browser.PostAsync("/newsroom/account?handler=FactorBegin"))
        {
        }

        var key = (await browser.PageAsync("/newsroom/account")).QuerySelector("code.key")!.TextContent;
        using var on = await browser.PostAsync("/newsroom/account?handler=FactorOn", ("digits", Totp(key, 0)));
        var codes = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await on.Content.ReadAsStringAsync()).QuerySelectorAll(".codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, codes.Count);

        using var other = StaffClient.Stranger(site);
        using var half = await other.SignInAsync("chen", password);
        Assert.StartsWith("/newsroom/sign-in/code", half.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(302, await other.StatusAsync("/newsroom"));
        using var wrong = await other.PostAsync("/newsroom/sign-in/code", ("code", "000000"));
        Assert.Equal(401, (int)wrong.StatusCode);
        var now = Totp(key, 0);
        using var right = await other.PostAsync("/newsroom/sign-in/code", ("code", now));
        Assert.Equal("/newsroom", right.Headers.Location!.ToString());

        using var third = StaffClient.Stranger(site);
        using (await third.SignInAsync("chen", password))
        {
        }

        using var again = await third.PostAsync("/newsroom/sign-in/code", ("code", now));
        Assert.Equal(401, (int)again.StatusCode);
        using var recovered = await third.PostAsync("/newsroom/sign-in/code", ("code", codes[0].ToLowerInvariant()));
        Assert.Equal("/newsroom", recovered.Headers.Location!.ToString());
        using var fourth = StaffClient.Stranger(site);
        using (await fourth.SignInAsync("chen", password))
        {
        }

        using var spent = await fourth.PostAsync("/newsroom/sign-in/code", ("code", codes[0]));
        Assert.Equal(401, (int)spent.StatusCode);
    }

    [Fact]
    public async Task The_first_administrator_is_made_by_the_printed_code_once()
    {
        await using var site = await TestSite.StartAsync();
        var code = site.Services.GetRequiredService<FirstStart>().Code;
        using var browser = StaffClient.Stranger(site);
        using var wrong = await browser.PostAsync("/newsroom/setup", ("code", "nonsense"), ("name", "王"), ("password", "一句很长的话当作密码用"));
        using var weak = await browser.PostAsync("/newsroom/setup", ("code", code), ("name", "王"), ("password", "short"));
        Assert.Equal((400, 400), ((int)wrong.StatusCode, (int)weak.StatusCode));
        using var made = await browser.PostAsync("/newsroom/setup", ("code", code), ("name", "王"), ("password", "一句很长的话当作密码来用吧"));
        Assert.Equal("/newsroom", made.Headers.Location?.ToString());
        Assert.Equal(200, await browser.StatusAsync("/newsroom/users"));
        Assert.Equal(404, await browser.StatusAsync("/newsroom/setup"));
    }

    [Fact]
    public async Task The_command_adds_lists_resets_and_disables_people_but_not_the_last_administrator()
    {
        await using var site = await TestSite.StartAsync();
        var password = (await RunAsync(site, "add", "王", "--role", "administrator")).Output.Trim();
        Assert.Equal(20, password.Length);
        Assert.Equal(CommandLine.WrongUsage, (await RunAsync(site, "add", "王", "--role", "editor")).Code);
        Assert.Equal(CommandLine.WrongUsage, (await RunAsync(site, "add", "李", "--role", "boss")).Code);
        using var browser = StaffClient.Stranger(site);
        using (await browser.SignInAsync("王", password))
        {
        }

        Assert.Contains("王\tadministrator\tactive\tsigned in 2026-11-24", (await RunAsync(site, "list")).Output, StringComparison.Ordinal);
        var changed = (await RunAsync(site, "password", "王")).Output.Trim();
        Assert.NotEqual(password, changed);
        Assert.Equal(302, await browser.StatusAsync("/newsroom"));
        var (code, _, error) = await RunAsync(site, "disable", "王");
        Assert.Equal((CommandLine.WrongUsage, true), (code, error.Contains("last administrator", StringComparison.Ordinal)));
        await RunAsync(site, "add", "李", "--role", "administrator");
        Assert.Equal(CommandLine.Ok, (await RunAsync(site, "disable", "王")).Code);
    }

    [Fact]
    public async Task No_reader_gets_a_cookie_and_the_newsrooms_cookies_are_out_of_scripts_reach()
    {
        await using var site = await TestSite.StartAsync();
        var password = await StaffClient.AddAsync(site, "chen", StaffRole.Editor);
        using var reader = await site.Client.GetAsync("/");
        Assert.False(reader.Headers.Contains("Set-Cookie"));
        using var browser = StaffClient.Stranger(site);
        using var entered = await browser.SignInAsync("chen", password);
        Assert.All(entered.Headers.GetValues("Set-Cookie"), c =>
        {
            Assert.Contains("httponly", c, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=strict", c, StringComparison.OrdinalIgnoreCase);
        });
        using var page = await browser.Client.GetAsync("/newsroom");
        Assert.Equal("no-store", page.Headers.CacheControl?.ToString());
        Assert.Contains("require-trusted-types-for 'script'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static string Session(StaffClient client) => client.Cookies.GetAllCookies().Single(c => c.Name == "newsroom").Value;

    private static async Task<(int Code, string Output, string Error)> RunAsync(TestSite site, params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CommandLine.RunAsync(["user", .. arguments, "--data", site.DataDirectory], output, error);
        return (code, output.ToString(), error.ToString());
    }

    // RFC 6238 over RFC 4648's base 32, as an authenticator does it.
    internal static string Totp(string key, int steps)
    {
        var bits = string.Concat(key.Trim().Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + steps);
#pragma warning disable CA5350 // The standard's own hash, which every authenticator uses.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var code = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (code % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
