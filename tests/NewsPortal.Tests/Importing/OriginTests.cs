using System.Runtime.CompilerServices;
using System.Text.Json;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;

namespace NewsPortal.Tests.Importing;

/// <summary>Every field says where it came from.</summary>
public sealed class OriginTests
{
    public static TheoryData<string> Sources() =>
        [.. Directory.GetDirectories(Folder()).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sources))]
    public void No_field_of_a_sample_is_without_an_origin(string sample)
    {
        foreach (var item in InputReader.Read([Path.Combine(Folder(), sample)]))
        {
            if (item.File is null || ArticleExtractor.Extract(item.File, Extracted.Options) is not { Article: { } article } extraction)
            {
                continue;
            }

            var lines = extraction.Decoded!.Split('\n').Length;
            Assert.Equal([], Filled(article).Where(field => !article.Origins.ContainsKey(field)));
            Assert.All(article.Origins, origin =>
            {
                Assert.True(FieldOrigins.Names.Contains(origin.Key), origin.Key);
                Assert.False(string.IsNullOrWhiteSpace(origin.Value.Rule));
                Assert.True(origin.Value.Line <= origin.Value.LastLine, $"{origin.Key}: {origin.Value}");
                Assert.True(extraction.Format == "jsonl" || origin.Value.LastLine <= lines, $"{origin.Key}: {origin.Value} of {lines}");
            });
        }
    }

    [Theory]
    [InlineData(".md", "---\ntitle: 题\nauthor: 张三\n---\n正文一段。", "headline", 2, "front matter: title")]
    [InlineData(".md", "---\ntitle: 题\nauthor: 张三\n---\n正文一段。", "authors", 3, "front matter: author")]
    [InlineData(".md", "---\ntitle: 题\n---\n正文一段。", "body", 4, "Markdown below the front matter")]
    [InlineData(".md", "正文。\n\n# 题\n\n后面。", "headline", 3, "first heading")]
    [InlineData(".md", "只有正文。", "headline", 0, "first sentence")]
    [InlineData(".jsonl", """{"title":"题","html":"<p>正文</p>"}""", "body", 0, "JSON: html")]
    [InlineData(".html", "<head><meta name=description content='这一篇说的是老街的书店和门口的队伍'></head><h1>书店开门了</h1><p>老街的书店今天又开门了，门口排起了队，店主说他等这一天等了很久，邻居也来了。", "summary", 0, "meta description or JSON-LD description")]
    public void The_place_and_the_rule_are_named(string extension, string text, string field, int line, string rule)
    {
        var origin = Extracted.From(text, extension).Origins[field];
        Assert.Equal((line, rule), (origin.Line, origin.Rule));
    }

    [Fact]
    public void Origins_are_stored_without_what_is_empty_and_read_back()
    {
        var body = new ArticleBody();
        body.Note("headline", new FieldOrigin(1, 2, "first line"));
        body.MarkEdited("kicker", "li", new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc));
        Assert.Equal("""{"headline":{"line":1,"lastLine":2,"rule":"first line"},"kicker":{"rule":"edited by hand","editedBy":"li","editedUtc":"2026-11-23T08:00:00Z"}}""", body.OriginsJson);
        Assert.True(body.Origins.IsEdited("kicker"));
        Assert.False(body.Origins.IsEdited("headline"));
        Assert.Throws<ArgumentException>(() => body.MarkEdited("headlin", "li", DateTime.UtcNow));
        Assert.Throws<ArgumentException>(() => body.MarkEdited("headline", " ", DateTime.UtcNow));
    }

    // By the JSON of extract, so that a field that is new there is missed here.
    private static IEnumerable<string> Filled(ExtractedArticle article)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory)) ExtractionJson.Write(new Extraction("a", "text", null, null, article), json, withText: false);
        using var written = JsonDocument.Parse(memory.ToArray());
        return [.. written.RootElement.EnumerateObject().Where(p => FieldOrigins.Names.Contains(p.Name) && IsFilled(p.Value)).Select(p => p.Name)];
    }

    private static bool IsFilled(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.String => value.GetString()!.Length > 0,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => true,
    };

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Samples");
}
