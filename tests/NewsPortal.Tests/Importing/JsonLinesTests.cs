using System.Text;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Importing;

public sealed class JsonLinesTests
{
    [Theory]
    [InlineData("""{"id":"n-1","headline":"大桥通车","text":"第一段。\n\n第二段。","published":"2023-07-07T17:20:00+08:00","tags":["桥"]}""")]
    [InlineData("""{"编号":"n-1","markdown":"# 大桥通车\n\n第一段。\n\n第二段。","时间":"2023年7月7日 17:20","标签":"桥"}""")]
    [InlineData("""{"id":"n-1","title":"大桥通车","html":"<p>第一段。</p><p>第二段。<script>x</script></p>","date":1688721600,"keywords":"桥"}""")]
    public void A_row_is_an_article(string row)
    {
        var article = Extracted.From(row, ".jsonl");

        Assert.Equal(("n-1", "大桥通车", "第一段。\n第二段。"), (article.ExternalId, article.Headline, article.Text));
        Assert.Equal(DateTimeOffset.Parse("2023-07-07T17:20:00+08:00"), article.Published!.At);
        Assert.Equal("<p>第一段。</p><p>第二段。</p>", article.Body.Value);
        Assert.Equal(row.EnumerateRunes().Count(), article.Ledger.Sum(entry => entry.Length));
    }

    [Theory]
    [InlineData("[1]", "not a JSON object")]
    [InlineData("{\"text\": \"a\"} x", "not a JSON object")]
    [InlineData("{\"text\": \"\\ud800\"}", "half a character")]
    [InlineData("{\"title\": \"a\"}", "no body")]
    public void A_row_that_cannot_be_read_says_why_and_where(string row, string reason)
    {
        var file = new SourceFile("news.jsonl:12", "news.jsonl:12", Encoding.UTF8.GetBytes(row), ".jsonl");
        var extraction = ArticleExtractor.Extract(file, Extracted.Options);

        Assert.Contains(reason, extraction.Error, StringComparison.Ordinal);
        Assert.Equal(12, extraction.ErrorLine);
    }

    [Fact]
    public void A_value_that_cannot_be_stored_is_named() =>
        Assert.Contains("slug has 300 characters", Extracted.Try($$"""{"text":"字","slug":"{{new string('x', 300)}}"}""", ".jsonl").Error, StringComparison.Ordinal);

    [Fact]
    public void Rows_are_read_one_by_one_and_blank_lines_are_none()
    {
        using var folder = new TemporaryFolder();
        folder.Write("news.jsonl", "{\"text\":\"甲\"}\r\n\n{\"text\":\"乙\"}");

        var items = InputReader.Read([folder.Path]).ToList();

        Assert.Equal(["news.jsonl:1", "news.jsonl:3"], items.Select(item => item.File!.RelativePath));
    }
}
