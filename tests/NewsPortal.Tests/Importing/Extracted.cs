using System.Text;
using NewsPortal.Core.Importing;

namespace NewsPortal.Tests.Importing;

/// <summary>An input as a test writes it, through the front door.</summary>
internal static class Extracted
{
    public static ExtractionOptions Options { get; } = new(TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", TimeSpan.FromHours(8), "Shanghai", "Shanghai"));

    public static Extraction Try(string text, string extension = ".md", string path = "a") =>
        ArticleExtractor.Extract(new SourceFile(path + extension, path + extension, Encoding.UTF8.GetBytes(text), extension), Options);

    public static ExtractedArticle From(string text, string extension = ".md", string path = "a")
    {
        var extraction = Try(text, extension, path);
        Assert.True(extraction.Article is not null, extraction.Error);
        return extraction.Article;
    }
}
