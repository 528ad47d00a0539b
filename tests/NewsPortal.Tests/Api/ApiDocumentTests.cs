using System.Diagnostics;
using System.Text.Json;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Api;

/// <summary>The document that describes the API, before checkers of others and beside live answers.</summary>
public sealed class ApiDocumentTests
{
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
        var operations = document.GetProperty("paths").EnumerateObject().Select(p => p.Value.EnumerateObject().Single().Value).ToList();
        foreach (var operation in operations)
        {
            Assert.All((string[])["summary", "description"], name => Assert.False(string.IsNullOrWhiteSpace(operation.Text(name)), name));
            Assert.All(operation.TryGetProperty("parameters", out var parameters) ? [.. parameters.EnumerateArray()] : (JsonElement[])[], p => Assert.True(p.Text("description")!.Length > 10, p.ToString()));
            Assert.All((string[])["200", "304", "400", "405", "500", "503"], status => Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("responses").GetProperty(status).Text("description")), status));
        }

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
            .SelectMany(s => s.Value.TryGetProperty("properties", out var its) ? its.EnumerateObject().Select(p => p.Name) : [])
            .Except(seen).Except(["type", "title", "status", "detail", "parameter"]).Order(StringComparer.Ordinal).ToList();
        Assert.Empty(unseen.Except(["at", "originalUrl", "pictureCredit", "revised", "subheadline", "kicker", "dateline", "credit", "keywords"]));
    }

    private static JsonElement Answer(JsonElement document, string path, string status, string mediaType) =>
        document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty(status).GetProperty("content").GetProperty(mediaType).GetProperty("schema");

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
