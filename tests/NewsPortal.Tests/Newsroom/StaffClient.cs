using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsPortal.Core.Access;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Newsroom;

/// <summary>Somebody's browser in the newsroom, without script: it follows links and sends forms.</summary>
public sealed class StaffClient : IDisposable
{
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };

    private string? _token;

    private StaffClient(string address) => Client = new HttpClient(_handler) { BaseAddress = new Uri(address) };

    public HttpClient Client { get; }

    public CookieContainer Cookies => _handler.CookieContainer;

    /// <summary>A browser in which nobody is signed in.</summary>
    public static StaffClient Stranger(TestSite site) => new(site.Address);

    /// <summary>Adds somebody and signs them in.</summary>
    public static async Task<StaffClient> EnterAsync(TestSite site, string name, StaffRole role)
    {
        var password = await AddAsync(site, name, role);
        var client = Stranger(site);
        using var answer = await client.SignInAsync(name, password);
        Assert.Equal("/newsroom", answer.Headers.Location?.ToString());
        return client;
    }

    /// <summary>Adds somebody, with the password that is printed.</summary>
    public static async Task<string> AddAsync(TestSite site, string name, StaffRole role)
    {
        await using var db = site.Store.CreateContext();
        return await new StaffMembers(db, site.Clock).AddAsync(name, role);
    }

    public Task<HttpResponseMessage> SignInAsync(string name, string password, string back = "") =>
        PostAsync("/newsroom/sign-in" + (back.Length > 0 ? $"?back={Uri.EscapeDataString(back)}" : string.Empty), ("name", name), ("password", password), ("back", back));

    /// <summary>Sends a form as its page offers it: what a test does not say stays as it stands there.</summary>
    /// <param name="page">Where the form stands.</param>
    /// <param name="button">The address that the button sends it to; the page's own where it is empty.</param>
    /// <param name="fields">What is typed.</param>
    public async Task<HttpResponseMessage> SendAsync(string page, string button, params (string Name, string Value)[] fields)
    {
        var shown = await PageAsync(page);
        var form = (IHtmlFormElement)shown.QuerySelector("form.desk")!;
        var values = form.Elements.OfType<IHtmlElement>().Where(e => e is IHtmlInputElement or IHtmlTextAreaElement or IHtmlSelectElement)
            .Select(e => (Name: e.GetAttribute("name") ?? string.Empty, Value: e is IHtmlInputElement i ? i.Value : e is IHtmlTextAreaElement t ? t.Value : ((IHtmlSelectElement)e).Value ?? string.Empty))
            .Where(v => v.Name.Length > 0 && fields.All(f => f.Name != v.Name)).Concat(fields);
        return await Client.PostAsync(button.Length > 0 ? button : page, new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value))));
    }

    /// <summary>Posts fields with the token of a form of the page.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        // A token is of the person, so that one of any page will do until somebody else is signed in.
        var isDoor = address.StartsWith("/newsroom/sign", StringComparison.Ordinal) || address.StartsWith("/newsroom/setup", StringComparison.Ordinal) || address.StartsWith("/newsroom/invitation", StringComparison.Ordinal);
        var token = isDoor ? await TokenAsync(address.Split('?')[0]) : _token ??= await TokenAsync(address.Split('?')[0]);
        _token = isDoor ? null : token;
        return await Client.PostAsync(address, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token))));
    }

    /// <summary>Uploads files and follows to the page of the batch.</summary>
    public async Task<(string Path, IHtmlDocument Page)> UploadAsync(params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await TokenAsync("/newsroom/upload")), "__RequestVerificationToken" } };
        foreach (var (name, bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes), "files", name);
        }

        using var answer = await Client.PostAsync("/newsroom/upload", form);
        Assert.Equal(302, (int)answer.StatusCode);
        var path = answer.Headers.Location!.ToString();
        return (path, await PageAsync(path));
    }

    public async Task<IHtmlDocument> PageAsync(string path)
    {
        using var answer = await Client.GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)answer.StatusCode}: {html[..Math.Min(html.Length, 2000)]}");
        return new HtmlParser().ParseDocument(html);
    }

    public async Task<int> StatusAsync(string path)
    {
        using var answer = await Client.GetAsync(path);
        return (int)answer.StatusCode;
    }

    public void Dispose() => Client.Dispose();

    // Any page with a form will do: tokens are of the person, not of the form.
    private async Task<string> TokenAsync(string page)
    {
        foreach (var address in (string[])[page, "/newsroom/account", "/newsroom/sign-in"])
        {
            using var answer = await Client.GetAsync(address);
            var token = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
            if (token is not null)
            {
                return token;
            }
        }

        throw new InvalidOperationException($"{page} has no form.");
    }
}
