using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Html;
using NewsPortal.Core.Importing.Text;
using NewsPortal.Core.Reading;

namespace NewsPortal.Tests.Importing;

/// <summary>A folder for each layout: the source, and what must become of it. A body line is given by its beginning.</summary>
public sealed class CaptureSampleTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Samples() =>
        [.. Directory.GetDirectories(Folder()).Select(d => Path.GetFileName(d)!).Where(n => n.StartsWith("capture-", StringComparison.Ordinal) || n.StartsWith("dump-", StringComparison.Ordinal) || n.StartsWith("page-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_becomes_the_expected_article(string name)
    {
        var (article, _) = Extract(name);
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder(), name, "expected.json")));

        foreach (var field in expected.RootElement.EnumerateObject())
        {
            Assert.Equal($"{field.Name}: {Written(field.Value)}", $"{field.Name}: {Written(Actual(article, field))}");
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_ledger_covers_the_text_without_gap_or_overlap(string name)
    {
        var (article, text) = Extract(name);

        Assert.Equal(text.EnumerateRunes().Count(), article.Ledger.Sum(entry => entry.Length));
        var at = 0;
        foreach (var entry in article.Ledger)
        {
            Assert.Equal(at, entry.Start);
            Assert.True(entry.Length > 0);
            at += entry.Length;
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_change_nothing(string lineEnd)
    {
        var text = File.ReadAllText(Path.Combine(Folder(), "capture-folded", "source.txt"));
        var article = FromText(text.Replace("\n", lineEnd, StringComparison.Ordinal));

        Assert.Equal(FromText(text).Text, article.Text);
        Assert.Equal(45, article.Listed.Count);
    }

    internal static ExtractedArticle FromText(string text) => TextFormat.Extract(Decoded(text), Named(".txt"), Options());

    internal static (ExtractedArticle Article, string Visible) FromPage(string html)
    {
        var article = HtmlFormat.Extract(Decoded(html), Named(".html"), Options(), out var visible);
        return (article, visible);
    }

    private static (ExtractedArticle Article, string Text) Extract(string name)
    {
        var html = Path.Combine(Folder(), name, "source.html");
        if (File.Exists(html))
        {
            return FromPage(File.ReadAllText(html));
        }

        var text = File.ReadAllText(Path.Combine(Folder(), name, "source.txt"));
        return (FromText(text), text);
    }

    private static ExtractionOptions Options() => new(SiteZone.Find("Asia/Shanghai"));

    private static SourceFile Named(string extension) => new("source" + extension, "source" + extension, ReadOnlyMemory<byte>.Empty, extension);

    private static DecodedText Decoded(string text) => new(text, new("utf-8", "detected", 1), []);

    private static JsonElement Actual(ExtractedArticle article, JsonProperty field) => JsonSerializer.SerializeToElement<object?>(field.Name switch
    {
        "headline" => article.Headline,
        "kicker" => article.Kicker,
        "subheadline" => article.Subheadline,
        "published" => article.Published?.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        "source" => article.Source,
        "byline" => article.Byline,
        "authors" => article.Authors,
        "editor" => article.Editor,
        "dateline" => article.Dateline,
        "tags" => article.Tags,
        "siteName" => article.SiteName,
        "canonicalUrl" => article.CanonicalUrl,
        "language" => article.Language,
        "headings" => article.Headings,
        "captions" => article.Captions,
        "pictureCredit" => article.PictureCredit,
        "pictures" => article.Pictures.Count,
        "listed" => article.Listed.Count,
        "related" or "latest" => article.Ledger.Count(e => e.As == field.Name && e.Reason.StartsWith("title", StringComparison.Ordinal)),
        "body" => Beginnings(article.Text.Split('\n'), field.Value),
        _ => throw new InvalidOperationException($"expected.json names '{field.Name}', which no test reads"),
    });

    // Each line as far as the expectation says it; other lines whole.
    private static List<string> Beginnings(string[] lines, JsonElement expected) =>
        [.. lines.Select((line, i) => i < expected.GetArrayLength() && line.StartsWith(expected[i].GetString()!, StringComparison.Ordinal) ? expected[i].GetString()! : line)];

    private static string Written(JsonElement value) => JsonSerializer.Serialize(value, Readable);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Samples");
}
