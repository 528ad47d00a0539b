using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;

namespace NewsPortal.Tests.Importing.Moves;

/// <summary>A Ghost site moves here: its posts, its pictures and its addresses.</summary>
public sealed class GhostImportTests
{
    private const string Tables = """
        "posts_tags":[{"post_id":"p1","tag_id":"t3","sort_order":0},{"post_id":"p1","tag_id":"t2","sort_order":2},{"post_id":"p1","tag_id":"t1","sort_order":1}],
        "tags":[{"id":"t1","name":"城市","visibility":"public"},{"id":"t2","name":"河岸"},{"id":"t3","name":"#internal","visibility":"internal"}],
        "posts_authors":[{"post_id":"p1","author_id":2,"sort_order":1},{"post_id":"p1","author_id":1,"sort_order":0}],
        "users":[{"id":1,"name":"王小明","password":"$2a$10$secret","email":"w@old.example"},{"id":2,"name":"李四"}]
        """;

    [Theory]
    [InlineData("""{"db":[{"meta":{"exported_on":1,"version":"5.2"},"data":{"posts":[POST],TABLES}}]}""")]
    [InlineData("""{"db":[{"data":{TABLES,"posts":[POST]}}]}""")]
    [InlineData("""{"meta":{"exported_on":1,"version":"2.0"},"data":{"posts":[POST],TABLES}}""")]
    [InlineData("""{"data":{TABLES,"posts":[POST]}}""")]
    public async Task A_post_becomes_an_article_with_all_its_fields(string shape)
    {
        await using var site = await TestSite.StartAsync();
        using var folder = new TemporaryFolder();
        folder.Write("ghost.json", Export(shape, Post(
            ("feature_image", "__GHOST_URL__/content/images/2020/01/cover.jpg"), ("custom_excerpt", "三公里的步道今天开放。"),
            ("html", "<p>开放。<a href=\"__GHOST_URL__/other/\">另一篇</a></p><figure class=\"kg-card\"><img src=\"__GHOST_URL__/content/images/size/w600/2020/01/a.jpg\"><figcaption>河边</figcaption></figure><script>alert(1)</script>"))));
        folder.Write("content/images/2020/01/cover.jpg", APicture.Jpeg(300, 200));
        folder.Write("content/images/2020/01/a.jpg", APicture.Jpeg(200, 100));

        Assert.Equal("added 1, revised 0, unchanged 0, rejected 0", (await site.ImportFolderAsync(folder.Path)).ToString());
        Assert.Equal("added 0, revised 0, unchanged 1, rejected 0", (await site.ImportFolderAsync(folder.Path)).ToString());
        await using var db = site.Store.CreateContext();
        var article = await db.Articles.Include(a => a.Section).Include(a => a.Body).Include(a => a.Tags).ThenInclude(t => t.Tag).Include(a => a.Pictures).ThenInclude(p => p.Picture).Include(a => a.LeadPicture).SingleAsync();
        Assert.Equal(("步道开放", "三公里的步道今天开放。", "王小明、李四", "城市", "ghost-p1"), (article.Headline, article.Summary, article.Byline, article.Section.Name, article.ExternalId));
        Assert.Equal("河岸", Assert.Single(article.Tags).Tag.Name);
        Assert.Equal((new DateTime(2020, 1, 2, 3, 4, 5), new DateTime(2020, 2, 3, 4, 0, 0)), (article.PublishedUtc, article.RevisedUtc));
        Assert.Equal((300, 200, "河边"), (article.LeadPicture!.Width, article.Pictures[0].Picture!.Width, article.Pictures[0].Caption));
        Assert.Contains("<a href=\"/other/\">", article.Body!.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", article.Body.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Encoding.UTF8.GetString(Originals.Unpack(await db.Originals.SingleAsync())!), StringComparison.Ordinal);
        using var answer = await site.Client.GetAsync("/walk-open/");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/2020/01/02/walk-open"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("published", "public", "Published")]
    [InlineData("draft", "public", "Draft")]
    [InlineData("sent", "public", "Draft")]
    [InlineData("published", "paid", "Draft")]
    [InlineData("published", "members", "Draft")]
    [InlineData("scheduled", "public", "Scheduled")]
    public async Task Status_and_visibility_decide_who_may_read_it(string status, string visibility, string becomes)
    {
        await using var site = await TestSite.StartAsync();
        var time = status == "scheduled" ? "2027-01-02T03:04:05.000Z" : "2020-01-02T03:04:05.000Z";
        await site.ImportAsync(("g.json", Export("""{"db":[{"data":{"posts":[POST],TABLES}}]}""", Post(("status", status), ("visibility", visibility), ("published_at", time)))));

        await using var db = site.Store.CreateContext();
        Assert.Equal(becomes, (await db.Articles.SingleAsync()).Status.ToString());
    }

    [Fact]
    public void A_post_without_html_gives_its_plain_text_or_says_what_to_do()
    {
        var extractions = Read(Export(
            """{"db":[{"data":{"posts":[POST],TABLES}}]}""",
            Post(("id", "a"), ("html", null), ("plaintext", "第一段。\n\n第二段。")) + "," + Post(("id", "b"), ("slug", "only-lexical"), ("html", null), ("lexical", "{}")) + ","
            + Post(("id", "c"), ("html", null), ("mobiledoc", "{}")) + "," + Post(("id", "d"), ("type", "page"))));

        Assert.Equal(4, extractions.Count);
        Assert.True(extractions[3].Article!.IsFixedPage);
        Assert.Equal("第一段。\n第二段。", extractions[0].Article!.Text);
        Assert.Contains("the plain text was taken", Assert.Single(extractions[0].Article!.Warnings).Message, StringComparison.Ordinal);
        Assert.Contains("form (lexical)", extractions[1].Error, StringComparison.Ordinal);
        Assert.EndsWith("g.json:only-lexical", extractions[1].File, StringComparison.Ordinal);
        Assert.Contains("form (mobiledoc)", extractions[2].Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-01-02T03:04:05.000Z")]
    [InlineData("2020-01-02 03:04:05")]
    [InlineData("1577934245000")]
    public void Times_are_universal_in_every_age_of_the_format(string written) =>
        Assert.Equal(DateTimeOffset.Parse("2020-01-02T03:04:05Z"), Read(Export("""{"db":[{"data":{"posts":[POST],TABLES}}]}""", Post(("published_at", written))))[0].Article!.Published!.At);

    [Fact]
    public void The_account_covers_every_character_of_a_post()
    {
        var extraction = Read(Export("""{"db":[{"data":{"posts":[POST],TABLES}}]}""", Post(("title", "题 😀"), ("lexical", "{}"), ("plaintext", "开放。"))))[0];

        Assert.Equal("ghost", extraction.Format);
        var at = 0;
        foreach (var entry in extraction.Article!.Ledger)
        {
            Assert.Equal((at, true), (entry.Start, entry.Length > 0));
            at += entry.Length;
        }

        Assert.Equal(extraction.Decoded!.EnumerateRunes().Count(), at);
        Assert.Equal(["body"], extraction.Article.Ledger.Where(e => e.Fate == Fate.Kept).Select(e => e.Reason));
    }

    [Theory]
    [InlineData("""{"db":[{"data":{"posts":{}}}]}""", "no table of posts")]
    [InlineData("""{"db":[{"data":[]}]}""", "no table of posts")]
    [InlineData("""{"db":[{"data":null}]}""", "no table of posts")]
    [InlineData("""{"db":[{"meta":{}}]}""", "no table of posts")]
    [InlineData("""{"db":[{"data":{"posts":[]}}]}""", "holds no post")]
    [InlineData("""{"db":[{"data":{"posts":[5]}}]}""", "entry 1 of the posts is no object")]
    [InlineData("""{"db":[{"data":{"posts":[{}]}}]}""", "the body is empty")]
    [InlineData("""{"db":[{"data":{"posts":[{"id":{},"title":[],"html":7}]}}]}""", null)]
    [InlineData("""{"db":[{"data":{"posts":[{"html":"\ud800","id":"a"}]}}]}""", "the body is empty")]
    [InlineData("""{"db":[{"data":{"posts":[{"html":"<p>a</p>","\ud800":1}]}}]}""", "half a character")]
    [InlineData("{\"db\":[{\"data\":{\"posts\":[\n{\"html\":\"<p>a</p>\"},\n{\"html\":", "line 3: the export is not JSON")]
    [InlineData("""{"db":[{"data":{"posts":[{"html":"<p>a</p>"}],"tags":5,"posts_tags":[1,null,{"post_id":[]}],"users":[[]],"posts_authors":"x"}}]}""", null)]
    public void Another_shape_is_refused_with_a_reason_or_read_as_far_as_it_goes(string json, string? reason)
    {
        var extraction = Assert.Single(Read(json));

        Assert.Equal(reason is null, extraction.Article is not null);
        if (reason is not null) Assert.Contains(reason, extraction.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Assert.Contains("not JSON", Assert.Single(Read("{\"db\":[{\"data\":{\"posts\":" + new string('[', 100_000))).Error, StringComparison.Ordinal);

    private static string Export(string shape, string posts) => shape.Replace("POST", posts, StringComparison.Ordinal).Replace("TABLES", Tables, StringComparison.Ordinal);

    private static string Post(params (string Key, string? Value)[] fields)
    {
        var post = new Dictionary<string, string?>
        {
            ["id"] = "p1",
            ["title"] = "步道开放",
            ["slug"] = "walk-open",
            ["html"] = "<p>开放。</p>",
            ["status"] = "published",
            ["type"] = "post",
            ["published_at"] = "2020-01-02T03:04:05.000Z",
            ["updated_at"] = "2020-02-03T04:00:00.000Z",
            ["visibility"] = "public",
        };
        foreach (var (key, value) in fields) post[key] = value;
        return JsonSerializer.Serialize(post);
    }

    private static List<Extraction> Read(string export)
    {
        using var folder = new TemporaryFolder();
        folder.Write("g.json", export);
        return [.. InputReader.Read([folder.Path]).Select(item => item.File is { } file ? ArticleExtractor.Extract(file, Extracted.Options) : new Extraction(item.Path, null, null, null, null, item.Reason))];
    }
}
