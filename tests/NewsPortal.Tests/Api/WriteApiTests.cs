using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing.Words;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;
using NewsPortal.Web.Commands;

namespace NewsPortal.Tests.Api;

/// <summary>Programs that write: what they may, and the importer's one way.</summary>
/// <param name="server">A private PostgreSQL.</param>
[Collection(PostgresCollection.Name)]
public sealed class WriteApiTests(PrivatePostgres server)
{
    private const string Row = """{"id":"a1","headline":"桥今天通车","date":"2026-11-24 09:00","section":"城市","slug":"bridge","text":"两岸相距十分钟。"}""";

    [Theory]
    [StoreKinds]
    public async Task O2_what_is_sent_goes_the_importers_way_and_its_report_comes_back(string kind)
    {
        await using var site = await ApiStore.StartAsync(kind, server);
        var token = await TokenAsync(site, TokenScopes.Publish | TokenScopes.Withdraw);
        var (status, report) = await SendAsync(site, token, "application/json", Row);
        Assert.Equal((200, 1), (status, report.GetProperty("added").GetInt32()));
        var result = report.GetProperty("results")[0];
        Assert.EndsWith("/2026/11/24/bridge", result.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(200, await site.StatusAsync("/2026/11/24/bridge"));
        Assert.Equal(1, (await SendAsync(site, token, "application/json", Row)).Report.GetProperty("unchanged").GetInt32());
        Assert.Equal(1, (await SendAsync(site, token, "application/json", Row.Replace("十分钟", "五分钟", StringComparison.Ordinal))).Report.GetProperty("revised").GetInt32());

        var (several, rows) = await SendAsync(site, token, "application/x-ndjson", Row.Replace("a1", "a2", StringComparison.Ordinal).Replace("\"bridge\"", "\"second\"", StringComparison.Ordinal) + "\n{\"id\":\"a3\",\"headline\":\"没有正文\"}\n");
        Assert.Equal((200, 1, 1), (several, rows.GetProperty("added").GetInt32(), rows.GetProperty("rejected").GetInt32()));
        Assert.Equal(2, rows.GetProperty("results")[1].GetProperty("line").GetInt32());
        Assert.Contains("no body", rows.GetProperty("results")[1].GetProperty("error").GetString(), StringComparison.Ordinal);

        Assert.Equal(1, (await SendAsync(site, token, "text/markdown", "# 灯亮了\n\n河边的灯今晚全部亮了。\n", "?path=城市/lamp.md")).Report.GetProperty("added").GetInt32());
        Assert.Equal(422, (await SendAsync(site, token, "text/markdown", "---\ntitle: 空\n---\n")).Status);
        await using var db = site.Store.CreateContext();
        Assert.All(await db.Changes.Where(c => c.ArticleId != null).ToListAsync(), c => Assert.Equal("api:desk", c.Actor));
    }

    [Fact]
    public async Task A_zip_brings_its_pictures_and_a_dry_run_stores_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var token = await TokenAsync(site, TokenScopes.Publish);
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using (var text = archive.CreateEntry("城市/a.md").Open())
            {
                await text.WriteAsync(Encoding.UTF8.GetBytes("---\ntitle: 江上的清晨\nslug: morning\ndate: 2026-11-24 08:00\n---\n\n清晨的江面。\n\n![江](p.jpg)\n"));
            }

            await using var picture = archive.CreateEntry("城市/p.jpg").Open();
            await picture.WriteAsync(APicture.Jpeg(340, 200));
        }

        using var content = new ByteArrayContent(zip.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        var (status, dry) = await SendAsync(site, token, content, "?dryRun=true");
        Assert.Equal((200, 1), (status, dry.GetProperty("added").GetInt32()));
        Assert.DoesNotContain("newsportal-sent", dry.GetProperty("results")[0].GetProperty("path").GetString(), StringComparison.Ordinal);
        await using (var db = site.Store.CreateContext())
        {
            Assert.False(await db.Articles.AnyAsync());
        }

        using var again = new ByteArrayContent(zip.ToArray());
        again.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        await SendAsync(site, token, again, string.Empty);
        var page = await site.PageAsync("/2026/11/24/morning");
        Assert.NotNull(page.QuerySelector(".article-body img"));
    }

    [Fact]
    public async Task O2_a_token_may_what_its_scope_says_and_nothing_else()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("已经公开").In("城市").With("id", "p1").With("slug", "public").At("2026-11-20 08:00"), AnArticle.Called("别的栏目").In("文化").With("id", "w1").At("2026-11-20 08:00"));
        await using var db = site.Store.CreateContext();
        var city = (await db.Sections.SingleAsync(s => s.Name == "城市")).Id;
        var draft = await TokenAsync(site, TokenScopes.Draft, name: "draft");
        var inCity = await TokenAsync(site, TokenScopes.Publish | TokenScopes.Withdraw, city, "city");

        // A draft stays one, and what is public is not written over by a token for drafts.
        Assert.Equal(1, (await SendAsync(site, draft, "application/json", Row)).Report.GetProperty("added").GetInt32());
        Assert.Equal(404, await site.StatusAsync("/2026/11/24/bridge"));
        var (over, refused) = await SendAsync(site, draft, "application/json", Row.Replace("a1", "p1", StringComparison.Ordinal));
        Assert.Equal(422, over);
        Assert.Contains("drafts alone", refused.GetProperty("results")[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(403, (await WithdrawAsync(site, draft, "p1", "失实")).Status);

        // One section: whatever the file says, and not the articles of another.
        await SendAsync(site, inCity, "application/json", Row.Replace("城市", "文化", StringComparison.Ordinal).Replace("a1", "c1", StringComparison.Ordinal).Replace("\"bridge\"", "\"c1\"", StringComparison.Ordinal));
        Assert.Equal(city, (await db.Articles.AsNoTracking().SingleAsync(a => a.ExternalId == "c1")).SectionId);
        Assert.Equal(422, (await SendAsync(site, inCity, "application/json", Row.Replace("a1", "w1", StringComparison.Ordinal))).Status);
        Assert.Equal(403, (await SendAsync(site, inCity, "application/json", Row, "?section=文化")).Status);
        Assert.Equal(404, (await WithdrawAsync(site, inCity, "w1", "失实")).Status);

        Assert.Equal(400, (await WithdrawAsync(site, inCity, "p1", string.Empty)).Status);
        Assert.Equal(204, (await WithdrawAsync(site, inCity, "p1", "失实")).Status);
        Assert.Equal(410, await site.StatusAsync("/2026/11/20/public"));
        Assert.Equal("失实", (await db.Articles.AsNoTracking().SingleAsync(a => a.ExternalId == "p1")).WithdrawnReason);
    }

    [Fact]
    public async Task O2_without_a_token_that_holds_nothing_is_written_and_the_refusal_says_what_to_do()
    {
        await using var site = await TestSite.StartAsync();
        var token = await TokenAsync(site, TokenScopes.Publish, lasts: TimeSpan.FromDays(1));
        foreach (var shown in (string?[])[null, "np_wrong", token[..^1], token + "x", "Bearer " + token, string.Empty])
        {
            var (status, problem) = await SendAsync(site, shown, "application/json", Row);
            Assert.Equal((shown, 401), (shown, status));
            Assert.Contains("Authorization: Bearer", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal(415, (await SendAsync(site, token, "application/xml", "<a/>")).Status);
        Assert.Equal(400, (await SendAsync(site, token, "application/json", Row, "?path=../x")).Status);
        Assert.Equal(400, (await SendAsync(site, token, "application/json", Row, "?publish=true")).Status);
        using var put = await site.Client.PutAsync("/api/v1/articles", new StringContent(Row));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, put.StatusCode);
        Assert.Contains("POST", put.Content.Headers.Allow);

        site.Clock.Pass(TimeSpan.FromDays(1.1));
        Assert.Equal(401, (await SendAsync(site, token, "application/json", Row)).Status);
        await using var db = site.Store.CreateContext();
        Assert.False(await db.Articles.AnyAsync());
        Assert.DoesNotContain(token, string.Join(' ', await db.ApiTokens.Select(t => t.Hash + t.Name).ToListAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_the_publishers_list_keep_an_article_from_going_out_until_the_sender_says_otherwise()
    {
        await using var site = await TestSite.StartAsync();
        var token = await TokenAsync(site, TokenScopes.Publish);
        await new WordList(site.Store, site.Clock, "chen").AddAsync([new WrongWord { Wrong = "两岸相距", Right = "两岸距离", Reason = "本社体例" }, new WrongWord { Wrong = "据传", Right = string.Empty }]);
        foreach (var query in (string[])["?dryRun=true", string.Empty])
        {
            var (status, report) = await SendAsync(site, token, "application/json", Row, query);
            var result = report.GetProperty("results")[0];
            Assert.Equal((422, "rejected"), (status, result.GetProperty("outcome").GetString()));
            Assert.Contains("两岸相距 → 两岸距离", result.GetProperty("error").GetString(), StringComparison.Ordinal);
            var word = Assert.Single(result.GetProperty("words").EnumerateArray());
            Assert.Equal(("两岸相距", "两岸距离", "本社体例", 1), (word.GetProperty("wrong").GetString(), word.GetProperty("right").GetString(), word.GetProperty("reason").GetString(), word.GetProperty("count").GetInt32()));
            Assert.Equal("两岸相距十分钟。", word.GetProperty("context").GetString());
        }

        await using var db = site.Store.CreateContext();
        Assert.False(await db.Articles.AnyAsync());

        // A draft comes in with the words named; going out all the same is on record.
        var (_, draft) = await SendAsync(site, token, "application/json", Row, "?draft=true");
        Assert.Equal("added", draft.GetProperty("results")[0].GetProperty("outcome").GetString());
        Assert.Equal("两岸相距", draft.GetProperty("results")[0].GetProperty("words")[0].GetProperty("wrong").GetString());
        var other = Row.Replace("\"a1\"", "\"a2\"", StringComparison.Ordinal).Replace("\"bridge\"", "\"second\"", StringComparison.Ordinal);
        Assert.Equal(200, (await SendAsync(site, token, "application/json", other, "?overrideWords=true")).Status);
        Assert.Equal(200, await site.StatusAsync("/2026/11/24/second"));
        var act = Assert.Single(await db.AuditEntries.Where(a => a.Act == "article.overrideWords").ToListAsync());
        Assert.Equal(("api:desk", "两岸相距"), (act.Actor, act.Reason));

        // What is public stays as it is while a word is in its new text.
        Assert.Equal(422, (await SendAsync(site, token, "application/json", other.Replace("两岸相距", "据传", StringComparison.Ordinal))).Status);
        Assert.Contains("两岸相距", await site.Client.GetStringAsync("/2026/11/24/second"), StringComparison.Ordinal);
        Assert.Equal("revised", (await SendAsync(site, token, "application/json", other.Replace("两岸相距", "两岸距离", StringComparison.Ordinal))).Report.GetProperty("results")[0].GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task O2_the_command_makes_lists_and_revokes_tokens_and_a_revoked_one_ends_at_once()
    {
        await using var site = await TestSite.StartAsync();
        var output = new StringWriter();
        Assert.Equal(0, await CommandLine.RunAsync(["token", "add", "wire", "--scope", "publish", "--days", "3650", "--data", site.DataDirectory], output, TextWriter.Null));
        var token = output.ToString().Trim();
        Assert.Equal(200, (await SendAsync(site, token, "application/json", Row)).Status);
        Assert.Equal(2, await CommandLine.RunAsync(["token", "add", "wire", "--data", site.DataDirectory], TextWriter.Null, TextWriter.Null));
        var list = new StringWriter();
        await CommandLine.RunAsync(["token", "list", "--data", site.DataDirectory], list, TextWriter.Null);
        Assert.Matches("^wire\tpublish\tany section\tuntil [0-9T:-]+Z\tused 2026-11-24T02:00:00Z\n$", list.ToString());
        Assert.Equal(0, await CommandLine.RunAsync(["token", "revoke", "wire", "--data", site.DataDirectory], TextWriter.Null, TextWriter.Null));
        Assert.Equal(401, (await SendAsync(site, token, "application/json", Row)).Status);
        Assert.Equal(2, await CommandLine.RunAsync(["token", "revoke", "wire", "--data", site.DataDirectory], TextWriter.Null, TextWriter.Null));
    }

    [Fact]
    public async Task O2_a_program_that_sends_too_fast_is_told_so()
    {
        await using var site = await TestSite.StartAsync("--NewsPortal:Limits:ApiBurst=5", "--NewsPortal:Limits:ApiPerSecond=1");
        var token = await TokenAsync(site, TokenScopes.Publish);
        var statuses = new List<int>();
        for (var i = 0; i < 12; i++)
        {
            statuses.Add((await SendAsync(site, token, "application/json", Row, "?dryRun=true")).Status);
        }

        Assert.Equal(200, statuses[0]);
        Assert.Contains(429, statuses);
        Assert.All(statuses, s => Assert.True(s is 200 or 429, $"{s}"));
    }

    private static async Task<string> TokenAsync(TestSite site, TokenScopes scopes, int? section = null, string name = "desk", TimeSpan? lasts = null)
    {
        await using var db = site.Store.CreateContext();
        return (await new ApiTokens(db, site.Clock).AddAsync(name, scopes, section, lasts))!;
    }

    private static Task<(int Status, JsonElement Report)> SendAsync(TestSite site, string? token, string type, string body, string query = "")
    {
        var content = new StringContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return SendAsync(site, token, content, query);
    }

    private static async Task<(int Status, JsonElement Report)> SendAsync(TestSite site, string? token, HttpContent content, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/articles" + query) { Content = content };
        return await AnswerAsync(site, token, request);
    }

    private static async Task<(int Status, JsonElement Report)> WithdrawAsync(TestSite site, string token, string id, string reason)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/articles/{id}?reason={Uri.EscapeDataString(reason)}");
        return await AnswerAsync(site, token, request);
    }

    private static async Task<(int Status, JsonElement Report)> AnswerAsync(TestSite site, string? token, HttpRequestMessage request)
    {
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        using var answer = await site.Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.Headers.CacheControl?.NoStore == true || answer.StatusCode is HttpStatusCode.MethodNotAllowed, $"{(int)answer.StatusCode} may be kept");
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone());
    }
}
