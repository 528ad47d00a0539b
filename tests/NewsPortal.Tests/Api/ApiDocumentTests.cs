using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Access;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Api;

/// <summary>The document that describes the API, before checkers of others and beside live answers.</summary>
public sealed class ApiDocumentTests
{
    private static readonly string[] SentTypes =
    [
        "application/json", "application/x-ndjson", "application/jsonl", "text/markdown", "text/html", "text/plain", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/zip",
    ];

    [OpenApiFact]
    public async Task Checkers_of_others_find_nothing_in_the_document_and_what_is_planted_in_it()
    {
        await using var site = await TestSite.StartAsync();
        var text = await site.Client.GetStringAsync("/openapi/v1.json");
        Assert.Equal(string.Empty, await CheckAsync(text));
        foreach (var (from, to) in new[] { ("\"in\": \"query\"", "\"in\": \"body\""), ("#/components/schemas/ArticleList", "#/components/schemas/Nothing"), ("\"operationId\": \"listTags\"", "\"operationId\": \"search\"") })
        {
            var planted = text.Replace(from, to, StringComparison.Ordinal);
            Assert.NotEqual(text, planted);
            Assert.NotEqual(string.Empty, await CheckAsync(planted));
        }
    }

    [Fact]
    public async Task Everything_in_the_document_is_described_and_nothing_else_of_the_program_is()
    {
        await using var site = await TestSite.StartAsync();
        var document = await site.JsonAsync("/openapi/v1.json");
        Assert.Equal(
            ["/api/v1/articles", "/api/v1/articles/{id}", "/api/v1/changes", "/api/v1/search", "/api/v1/sections", "/api/v1/stories", "/api/v1/tags"],
            document.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(site.Address, document.GetProperty("servers")[0].Text("url"));
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).ToLookup(o => o.Name, o => o.Value);
        Assert.Equal(["delete", "get", "post"], operations.Select(o => o.Key).Order(StringComparer.Ordinal));
        Assert.Equal(("sendArticles", "withdrawArticle"), (operations["post"].Single().Text("operationId"), operations["delete"].Single().Text("operationId")));
        foreach (var (method, operation) in operations.SelectMany(o => o.Select(v => (o.Key, v))))
        {
            Assert.All((string[])["summary", "description"], name => Assert.False(string.IsNullOrWhiteSpace(operation.Text(name)), name));
            Assert.All(operation.TryGetProperty("parameters", out var parameters) ? [.. parameters.EnumerateArray()] : (JsonElement[])[], p => Assert.True(p.Text("description")!.Length > 10, p.ToString()));
            string[] statuses = method switch
            {
                "get" => ["200", "304", "400", "405", "500", "503"],
                "post" => ["200", "400", "401", "403", "405", "413", "415", "422", "429", "500", "503"],
                _ => ["204", "400", "401", "403", "404", "405", "429", "500", "503"],
            };
            Assert.All(statuses, status => Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("responses").GetProperty(status).Text("description")), status));
        }

        // Whoever writes shows a token of one of the scopes; whoever reads shows nothing.
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").Text("scheme"));
        Assert.Equal(["publish", "draft"], operations["post"].Single().GetProperty("security").EnumerateArray().Select(s => s.GetProperty("token")[0].GetString()!));
        Assert.Equal(["withdraw"], operations["delete"].Single().GetProperty("security").EnumerateArray().Select(s => s.GetProperty("token")[0].GetString()!));
        Assert.All(operations["get"], o => Assert.False(o.TryGetProperty("security", out _)));
        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            Assert.False(string.IsNullOrWhiteSpace(schema.Value.Text("description")), schema.Name);
            foreach (var property in schema.Value.TryGetProperty("properties", out var its) ? [.. its.EnumerateObject()] : (JsonProperty[])[])
            {
                Assert.False(string.IsNullOrWhiteSpace(property.Value.Text("description")), $"{schema.Name}.{property.Name}");
                Assert.DoesNotContain("\"null\"", property.Value.GetRawText(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task The_document_names_the_site_and_never_the_host_that_was_asked_for()
    {
        await using var site = await TestSite.StartAsync("--NewsPortal:Site:BaseUrl=https://news.example");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        request.Headers.Host = "evil.example";
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal("https://news.example/openapi/v1.json", answer.Headers.Location?.OriginalString);
        var text = await site.Client.GetStringAsync("/openapi/v1.json");
        Assert.Equal("https://news.example", JsonDocument.Parse(text).RootElement.GetProperty("servers")[0].Text("url"));
    }

    [Fact]
    public async Task Live_answers_are_what_the_document_says()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportFolderAsync(Path.Combine(Environs.Root, "content"));
        await ReportAsync(site);
        var document = await site.JsonAsync("/openapi/v1.json");
        var schema = new ApiSchema(document);
        var all = string.Join(',', document.GetProperty("paths").GetProperty("/api/v1/articles").GetProperty("get").GetProperty("parameters").EnumerateArray()
            .Single(p => p.Text("name") == "fields").Text("description")!.Split(": ", 2)[1].Split('.')[0].Split(", "));
        var seen = new HashSet<string>();
        var articles = await site.AllAsync($"/api/v1/articles?limit=50&fields={all}", "articles");
        (string Path, string Address)[] asked =
        [
            ("/api/v1/articles", "/api/v1/articles"), ("/api/v1/articles", $"/api/v1/articles?limit=100&fields={all}"), ("/api/v1/sections", "/api/v1/sections"), ("/api/v1/tags", "/api/v1/tags"),
            ("/api/v1/stories", "/api/v1/stories"), ("/api/v1/search", "/api/v1/search?q=彗星"), ("/api/v1/search", "/api/v1/search?q=zzqx彗星"), ("/api/v1/changes", "/api/v1/changes"),
            .. articles.Select(a => ("/api/v1/articles/{id}", $"/api/v1/articles/{a.Text("id")}")),
        ];
        foreach (var (path, address) in asked)
        {
            var answer = await site.JsonAsync(address);
            var faults = schema.Faults(answer, Answer(document, path, "200", "application/json")).ToList();
            Assert.True(faults.Count == 0, $"{address}: {string.Join('\n', faults)}");
            seen.UnionWith(Names(answer));
        }

        foreach (var (path, address, status) in new[] { ("/api/v1/articles", "/api/v1/articles?x=1", "400"), ("/api/v1/articles/{id}", "/api/v1/articles/none", "404"), ("/api/v1/search", "/api/v1/search?page=x", "400") })
        {
            var (code, problem) = await site.ProblemAsync(address);
            Assert.Equal(status, code.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Empty(schema.Faults(problem, Answer(document, path, status, "application/problem+json")));
        }

        // What the samples cannot show: their ledger is young, and no original stands elsewhere.
        var unseen = document.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(s => !s.Name.StartsWith("Sent", StringComparison.Ordinal)).SelectMany(s => s.Value.TryGetProperty("properties", out var its) ? its.EnumerateObject().Select(p => p.Name) : [])
            .Except(seen).Except(["type", "title", "status", "detail", "parameter"]).Order(StringComparer.Ordinal).ToList();
        Assert.Empty(unseen.Except(["at", "originalUrl", "pictureCredit", "revised", "subheadline", "kicker", "dateline", "credit", "keywords"]));
    }

    // No sample reports live; one does so here, with all that an entry can have.
    private static async Task ReportAsync(TestSite site)
    {
        await using var db = site.Store.CreateContext();
        var id = await db.Articles.Where(a => a.Status == ArticleStatus.Published).OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync();
        var desk = new LiveDesk(site.Store, site.Clock, "chen");
        await desk.StartAsync(id);
        var update = await desk.AddAsync(id, new LiveEntry { Headline = "开始", Text = "第一条。", IsKey = true });
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        await desk.ChangeAsync(id, update, (await db.LiveUpdates.AsNoTracking().SingleAsync()).LastUtc, new LiveEntry { Headline = "开始", Text = "第一条，改过。", IsKey = true });
        await desk.EndAsync(id);
        await site.RefreshAsync();
    }

    [Fact]
    public async Task Live_answers_of_the_writing_side_are_what_the_document_says()
    {
        await using var site = await TestSite.StartAsync("--NewsPortal:Limits:UploadBytes=2000");
        var document = await site.JsonAsync("/openapi/v1.json");
        var schema = new ApiSchema(document);
        await using var db = site.Store.CreateContext();
        var tokens = new ApiTokens(db, site.Clock);
        var (writer, other) = ((await tokens.AddAsync("desk", TokenScopes.Publish, null, null))!, (await tokens.AddAsync("remover", TokenScopes.Withdraw, null, null))!);
        const string Row = """{"id":"a1","headline":"桥今天通车","date":"2026-11-24 09:00","section":"城市","text":"两岸相距十分钟。"}""";
        (string Method, string Address, string Token, string Type, string Body, string Status)[] asked =
        [
            ("post", "/api/v1/articles", writer, "application/json", Row, "200"),
            ("post", "/api/v1/articles?dryRun=true", writer, "application/x-ndjson", Row + "\n{\"id\":\"a2\",\"headline\":\"没有正文\"}\n", "200"),
            ("post", "/api/v1/articles", writer, "text/markdown", "---\ntitle: 空\n---\n", "422"),
            ("post", "/api/v1/articles", writer, "application/xml", "<a/>", "415"),
            ("post", "/api/v1/articles?x=1", writer, "application/json", Row, "400"),
            ("post", "/api/v1/articles", "np_wrong", "application/json", Row, "401"),
            ("post", "/api/v1/articles", other, "application/json", Row, "403"),
            ("post", "/api/v1/articles", writer, "text/plain", new string('长', 3000), "413"),
            ("delete", "/api/v1/articles/a1?reason=", other, string.Empty, string.Empty, "400"),
            ("delete", "/api/v1/articles/a1?reason=x", "np_wrong", string.Empty, string.Empty, "401"),
            ("delete", "/api/v1/articles/a1?reason=x", writer, string.Empty, string.Empty, "403"),
            ("delete", "/api/v1/articles/a9?reason=x", other, string.Empty, string.Empty, "404"),
            ("delete", "/api/v1/articles/a1?reason=x", other, string.Empty, string.Empty, "204"),
        ];
        foreach (var (method, address, token, type, body, status) in asked)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), address);
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            if (type.Length > 0)
            {
                request.Content = new StringContent(body);
                request.Content.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue(type);
            }

            using var answer = await site.Client.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal((address, type, status), (address, type, ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture)));
            if (text.Length > 0)
            {
                var path = method == "post" ? "/api/v1/articles" : "/api/v1/articles/{id}";
                var faults = schema.Faults(JsonDocument.Parse(text).RootElement, Answer(document, path, status, answer.Content.Headers.ContentType!.MediaType!, method)).ToList();
                Assert.True(faults.Count == 0, $"{address}: {string.Join('\n', faults)}");
            }
        }

        // Every kind of body that is read is named, and no other.
        Assert.Equal(
            SentTypes.Order(StringComparer.Ordinal),
            document.GetProperty("paths").GetProperty("/api/v1/articles").GetProperty("post").GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(c => c.Name).Order(StringComparer.Ordinal));
    }

    private static JsonElement Answer(JsonElement document, string path, string status, string mediaType, string method = "get") =>
        document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").GetProperty(status).GetProperty("content").GetProperty(mediaType).GetProperty("schema");

    private static IEnumerable<string> Names(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Names(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Names),
        _ => [],
    };

    private static async Task<string> CheckAsync(string document)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("openapi.json", document);
        using var node = Process.Start(new ProcessStartInfo("node", [PageCheckers.OpenApi, file]) { RedirectStandardOutput = true })!;
        var said = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return said.Trim();
    }
}
