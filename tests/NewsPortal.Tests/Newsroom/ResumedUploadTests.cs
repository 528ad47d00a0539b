using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Newsroom;

/// <summary>Large files come in pieces, and one that broke off goes on where it was.</summary>
public sealed class ResumedUploadTests
{
    private const string Name = "来稿/archive.zip";

    [Fact]
    public async Task A_file_sent_in_pieces_is_imported_and_one_that_broke_off_goes_on_where_it_was()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await StaffClient.EnterAsync(site, "孙记者", StaffRole.Reporter);
        var zip = Archive(40_000);
        var half = zip.Length / 2;
        Assert.Equal((200, 0), Outcome(await HeldAsync(staff, zip)));
        Assert.Equal((200, half), Outcome(await SendAsync(staff, zip, 0, half)));

        // The connection broke; the page was closed. The same file chosen again goes on, and what is sent twice is not there twice.
        Assert.Equal((200, half), Outcome(await HeldAsync(staff, zip)));
        Assert.Equal((409, half), Outcome(await SendAsync(staff, zip, 0, half)));
        using (var early = await FinishAsync(staff, zip))
        {
            Assert.Equal(400, (int)early.StatusCode);
            Assert.Contains("archive.zip", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        // Nobody else has it, or can take it.
        using (var other = await StaffClient.EnterAsync(site, "李记者", StaffRole.Reporter))
        {
            Assert.Equal((200, 0), Outcome(await HeldAsync(other, zip)));
        }

        Assert.Equal((200, zip.Length), Outcome(await SendAsync(staff, zip, half, zip.Length)));
        using (var done = await FinishAsync(staff, zip))
        {
            Assert.True(done.Headers.Location?.ToString() == "/newsroom/upload/1", $"{(int)done.StatusCode}: {await done.Content.ReadAsStringAsync()}");
        }

        await using var db = site.Store.CreateContext();
        Assert.Equal("大桥今晨合龙", (await db.Articles.SingleAsync()).Headline);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(site.DataDirectory, "uploads"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_is_longer_than_an_upload_may_be_is_refused_at_its_first_piece_and_what_nobody_came_back_for_goes()
    {
        await using var site = await TestSite.StartAsync("--NewsPortal:Limits:UploadBytes=100000");
        using var staff = await StaffClient.EnterAsync(site, "孙记者", StaffRole.Reporter);
        var large = new byte[100_001];
        Assert.Equal((413, 0), Outcome(await SendAsync(staff, large, 0, 10)));
        var first = new byte[60_000];
        Assert.Equal((200, 60_000), Outcome(await SendAsync(staff, first, 0, 60_000)));

        // Both together would be too much; two days later the first is gone.
        var second = new byte[50_000];
        Assert.Equal((413, 0), Outcome(await SendAsync(staff, second, 0, 50_000)));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(site.DataDirectory, "uploads"), "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, site.Clock.GetUtcNow().UtcDateTime.AddDays(-3));
        }

        Assert.Equal((200, 50_000), Outcome(await SendAsync(staff, second, 0, 50_000)));

        // A piece that says less than it brings ends at what the file may be.
        Assert.Equal(413, Outcome(await SendAsync(staff, new byte[70_000], 0, 70_000, size: 30_000)).Status);
    }

    [BrowserFact]
    public async Task A_browser_sends_a_large_file_in_pieces_and_goes_on_after_the_line_broke()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await StaffClient.EnterAsync(site, "陈编辑", StaffRole.Editor);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "archive.zip");
        await File.WriteAllBytesAsync(file, Archive(17 * 1024 * 1024));
        await using var browser = await TestBrowser.StartAsync(Environs.Chromium!);
        var context = await browser.Browser.NewContextAsync();
        await context.AddCookiesAsync(staff.Cookies.GetAllCookies().Select(c => new Microsoft.Playwright.Cookie { Name = c.Name, Value = c.Value, Url = site.Address }));
        var page = await context.NewPageAsync();
        var pieces = 0;
        await page.RouteAsync("**/newsroom/upload?handler=Piece*", route => ++pieces == 3 ? route.AbortAsync() : route.ContinueAsync());
        await page.GotoAsync(site.Address + "/newsroom/upload");
        await page.SetInputFilesAsync("#files", file);
        await page.ClickAsync("#upload button.main");
        await page.WaitForURLAsync("**/newsroom/upload/1");
        Assert.Contains("大桥今晨合龙", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(6, pieces);
    }

    private static byte[] Archive(int padding)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var article = new StreamWriter(zip.CreateEntry("bridge.md").Open()))
            {
                article.Write("---\ntitle: 大桥今晨合龙\ndate: 2026-11-24 08:00:00\n---\n\n大桥今晨六时合龙，两岸居民在堤上看了整整一夜，天亮时响起了掌声。\n");
            }

            using var noise = zip.CreateEntry("noise.bin", CompressionLevel.NoCompression).Open();
            var bytes = new byte[padding];
            new Random(7).NextBytes(bytes);
            noise.Write(bytes);
        }

        return memory.ToArray();
    }

    private static (int Status, int Held) Outcome((int Status, JsonElement Told) answer) => (answer.Status, answer.Told.GetProperty("held").GetInt32());

    private static string Query(int size) => $"name={Uri.EscapeDataString(Name)}&size={size}&modified=1764000000000";

    private static async Task<(int Status, JsonElement Told)> HeldAsync(StaffClient staff, byte[] file)
    {
        using var answer = await staff.Client.GetAsync($"/newsroom/upload?handler=Held&{Query(file.Length)}");
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    private static async Task<(int Status, JsonElement Told)> SendAsync(StaffClient staff, byte[] file, int from, int to, int? size = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/newsroom/upload?handler=Piece&{Query(size ?? file.Length)}&from={from}") { Content = new ByteArrayContent(file, from, to - from) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Headers.Add("X-Form-Token", await TokenAsync(staff));
        using var answer = await staff.Client.SendAsync(request);
        var told = await answer.Content.ReadAsStringAsync();
        Assert.True(told.StartsWith('{'), $"{(int)answer.StatusCode}: {told}");
        return ((int)answer.StatusCode, JsonDocument.Parse(told).RootElement);
    }

    private static async Task<HttpResponseMessage> FinishAsync(StaffClient staff, byte[] file)
    {
        var key = (await HeldAsync(staff, file)).Told.GetProperty("key").GetString();
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync(staff)), "__RequestVerificationToken" },
            { new StringContent($"{key}|{file.Length}|{Name}", Encoding.UTF8), "held" },
        };
        return await staff.Client.PostAsync("/newsroom/upload", form);
    }

    private static async Task<string> TokenAsync(StaffClient staff) =>
        ((IHtmlInputElement)(await staff.PageAsync("/newsroom/upload")).QuerySelector("input[name=__RequestVerificationToken]")!).Value;
}
