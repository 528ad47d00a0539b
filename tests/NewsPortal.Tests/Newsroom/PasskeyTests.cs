using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NewsPortal.Core.Access;
using NewsPortal.Core.Changes;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Newsroom;

/// <summary>Passkeys in a real browser, whose device is its own virtual authenticator.</summary>
public sealed class PasskeyTests
{
    [BrowserFact]
    public async Task A_passkey_is_the_second_step_that_an_administrator_needs_and_lets_them_in_until_it_is_removed()
    {
        await using var site = await TestSite.StartAsync("--NewsPortal:Newsroom:RequireSecondStep=Administrators");
        var password = await StaffClient.AddAsync(site, "王管理", StaffRole.Administrator);
        await using var browser = await TestBrowser.StartAsync(Environs.Chromium!);
        var context = await browser.Browser.NewContextAsync();
        var page = await DeviceAsync(context);
        var faults = new List<string>();
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) => faults.AddRange(message.Type == "error" ? [message.Text] : []);
        var address = Local(site);

        // A password alone opens the account, and nothing else.
        await SignInAsync(page, address, "王管理", password);
        await page.WaitForURLAsync("**/newsroom/account");
        Assert.Equal(1, await page.Locator("p.note").CountAsync());
        await page.GotoAsync(address + "/newsroom/users");
        Assert.EndsWith("/newsroom/account", page.Url, StringComparison.Ordinal);
        await page.FillAsync("#passkeyname", "我的手机");
        await page.ClickAsync("#passkey button");
        await page.WaitForSelectorAsync(".done");
        Assert.Equal("我的手机", (await page.Locator("#passkeys tbody td").First.InnerTextAsync()).Trim());
        await page.GotoAsync(address + "/newsroom/users");
        Assert.EndsWith("/newsroom/users", page.Url, StringComparison.Ordinal);

        // From now on the password is not enough, and the passkey is.
        await page.ClickAsync(".leave button");
        await SignInAsync(page, address, "王管理", password);
        await page.WaitForURLAsync("**/newsroom/sign-in/code**");
        Assert.Equal(0, await page.Locator("#code").CountAsync());
        await page.ClickAsync("#passkey button");
        await page.WaitForURLAsync("**/newsroom");
        await page.ClickAsync(".leave button");
        await page.WaitForURLAsync("**/newsroom/sign-in");
        await page.ClickAsync("#passkey button");
        await page.WaitForURLAsync("**/newsroom");

        await page.GotoAsync(address + "/newsroom/account");
        await page.ClickAsync("#passkeys td summary");
        await page.FillAsync("#passkeys td input[name=name]", "旧手机");
        await page.ClickAsync("#passkeys form[action*='PasskeyRename'] button");
        await page.WaitForSelectorAsync(".done");
        Assert.Equal("旧手机", (await page.Locator("#passkeys tbody td").First.InnerTextAsync()).Trim());

        // Removed, nothing of it is left.
        await page.ClickAsync("#passkeys td summary");
        await page.ClickAsync("#passkeys form[action*='PasskeyRemove'] button");
        await page.WaitForSelectorAsync(".done");
        Assert.Equal(0, await page.Locator("#passkeys table").CountAsync());
        Assert.Empty(faults);

        await using var db = site.Store.CreateContext();
        var acts = await db.AuditEntries.OrderBy(e => e.Id).Select(e => e.Act).ToListAsync();
        Assert.Equal(
            [AuditActs.StaffAdded, AuditActs.StaffSignedIn, AuditActs.StaffPasskeyAdded, AuditActs.StaffSignedIn, AuditActs.StaffSignedIn, AuditActs.StaffPasskeyRenamed, AuditActs.StaffPasskeyRemoved],
            acts);
    }

    [BrowserFact]
    public async Task A_removed_passkey_a_disabled_user_a_kept_answer_and_another_sites_answer_let_nobody_in()
    {
        await using var site = await TestSite.StartAsync();
        var password = await StaffClient.AddAsync(site, "chen", StaffRole.Editor);
        await StaffClient.AddAsync(site, "li", StaffRole.Administrator);
        await using var browser = await TestBrowser.StartAsync(Environs.Chromium!);
        var page = await DeviceAsync(await browser.Browser.NewContextAsync());
        var address = Local(site);
        await SignInAsync(page, address, "chen", password);
        await page.WaitForURLAsync("**/newsroom");
        await page.GotoAsync(address + "/newsroom/account");
        await page.ClickAsync("#passkey button");
        await page.WaitForSelectorAsync(".done");
        await page.ClickAsync(".leave button");

        // The answer is caught, sent, and sent once more with the cookies that belonged to it.
        await page.GotoAsync(address + "/newsroom/sign-in");
        var answer = await AnswerAsync(page);
        var cookies = await page.Context.CookiesAsync();
        Assert.Equal(302, await PostAsync(address, cookies, answer));
        Assert.Equal(401, await PostAsync(address, cookies, answer));

        // What another site got from the device names that site; so does a question that was never asked here.
        var other = await AnswerAsync(page);
        cookies = await page.Context.CookiesAsync();
        var forged = other.Replace(ClientData(other), Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(
            System.Text.Encoding.UTF8.GetString(Decode(ClientData(other))).Replace("http://localhost", "https://evil.example", StringComparison.Ordinal))).TrimEnd('=').Replace('+', '-').Replace('/', '_'), StringComparison.Ordinal);
        Assert.NotEqual(other, forged);
        Assert.Equal(401, await PostAsync(address, cookies, forged));
        Assert.Equal(401, await PostAsync(address, [], await AnswerAsync(page)));
        Assert.Equal(401, await PostAsync(address, cookies, "{}"));

        await using var db = site.Store.CreateContext();
        await new StaffMembers(db, site.Clock).DisableAsync("chen");
        site.Clock.Pass(TimeSpan.FromHours(1));
        var late = await AnswerAsync(page);
        Assert.Equal(401, await PostAsync(address, await page.Context.CookiesAsync(), late));
        await new StaffMembers(db, site.Clock).EnableAsync("chen");
        site.Clock.Pass(TimeSpan.FromHours(1));
        var good = await AnswerAsync(page);
        Assert.Equal(302, await PostAsync(address, await page.Context.CookiesAsync(), good));
        await new StaffMembers(db, site.Clock).ForgetSecondStepAsync("chen");
        site.Clock.Pass(TimeSpan.FromHours(1));
        var gone = await AnswerAsync(page);
        Assert.Equal(401, await PostAsync(address, await page.Context.CookiesAsync(), gone));
    }

    [Fact]
    public async Task Where_browsers_do_no_passkeys_the_page_says_so_and_asks_for_none()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await StaffClient.EnterAsync(site, "chen", StaffRole.Editor);

        // Under a bare IP address.
        var page = await staff.PageAsync("/newsroom/account");
        Assert.Null(page.QuerySelector("#passkey"));
        Assert.Contains("localhost", page.QuerySelector("#passkeys .note")!.TextContent, StringComparison.Ordinal);
        using var asked = await staff.PostAsync("/newsroom/account?handler=PasskeyAsk");
        Assert.Equal(400, (int)asked.StatusCode);
    }

    private static string Local(TestSite site) => site.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    // A page whose device confirms by itself, as a thumb would.
    private static async Task<IPage> DeviceAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        var cdp = await context.NewCDPSessionAsync(page);
        await cdp.SendAsync("WebAuthn.enable");
        await cdp.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true },
        });
        return page;
    }

    private static async Task SignInAsync(IPage page, string address, string name, string password)
    {
        await page.GotoAsync(address + "/newsroom/sign-in");
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", password);
        await page.ClickAsync("button.main");
    }

    // What the device answers to a question that is asked now; nothing is sent.
    private static Task<string> AnswerAsync(IPage page) => page.EvaluateAsync<string>("""
        async () => {
          const data = new FormData();
          data.append('__RequestVerificationToken', document.querySelector('input[name=__RequestVerificationToken]').value);
          const asked = await (await fetch('/newsroom/sign-in?handler=PasskeyAsk', { method: 'POST', body: data })).json();
          return JSON.stringify(await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) }));
        }
        """);

    private static async Task<int> PostAsync(string address, IReadOnlyList<BrowserContextCookiesResult> cookies, string answer)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/newsroom/sign-in");
        var jar = string.Join("; ", cookies.Where(c => c.Name != "newsroom-form").Select(c => $"{c.Name}={c.Value}"));
        if (jar.Length > 0)
        {
            asked.Headers.Add("Cookie", jar);
        }

        using var form = await client.SendAsync(asked);
        var token = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await form.Content.ReadAsStringAsync()).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var own = form.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("newsroom-form=", StringComparison.Ordinal)).Split(';')[0];
        using var post = new HttpRequestMessage(HttpMethod.Post, "/newsroom/sign-in?handler=Passkey")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("credential", answer), KeyValuePair.Create("__RequestVerificationToken", token)]),
        };
        post.Headers.Add("Cookie", jar.Length > 0 ? $"{jar}; {own}" : own);
        using var result = await client.SendAsync(post);
        return (int)result.StatusCode;
    }

    private static string ClientData(string answer) => System.Text.Json.JsonDocument.Parse(answer).RootElement.GetProperty("response").GetProperty("clientDataJSON").GetString()!;

    private static byte[] Decode(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}
