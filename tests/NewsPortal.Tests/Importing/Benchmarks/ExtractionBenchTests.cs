using System.Text.Json;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Benchmarks;

namespace NewsPortal.Tests.Importing.Benchmarks;

public sealed class ExtractionBenchTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bench").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void The_truth_fed_back_scores_one()
    {
        var set = Measure(new() { Headline = "渡口 今日开航", Source = "清河晚报", Text = "第一段有字，足够长。\n第二段 two words。", Published = new(new(2024, 3, 18, 9, 15, 0, TimeSpan.FromHours(8)), ZoneAssumed: true) }, "许知航");

        Assert.Equal(1, set.F1, 6);
        Assert.Equal((1, 1, 1, 1), (set.ShareOf("title"), set.ShareOf("source"), set.ShareOf("day"), set.ShareOf("minute")));
        Assert.Equal(1, set.ListOf("authors"));
    }

    [Fact]
    public void A_wrong_article_scores_nothing()
    {
        var set = Measure(new() { Headline = "别的标题", Text = "完全不相干的一句话在这里。", Published = new(new(2023, 1, 1, 0, 0, 0, TimeSpan.FromHours(8))) }, "林渡");

        Assert.Equal(0, set.F1);
        Assert.Equal((0, 0, 0), (set.ShareOf("title"), set.ShareOf("day"), set.ListOf("authors")));
    }

    [Fact]
    public void A_rejected_page_counts_as_empty() => Assert.Equal(0, Measure(null, null).F1);

    private BenchSet Measure(ExtractedArticle? article, string? author)
    {
        var set = Directory.CreateDirectory(Path.Combine(folder, "dump", "files")).Parent!.FullName;
        File.WriteAllText(Path.Combine(set, "files", "a.txt"), "text");
        File.WriteAllText(Path.Combine(set, "truth.json"), JsonSerializer.Serialize(new
        {
            a = new { title = "渡口今日 开航", publish_time = "2024-03-18 09:15", source = "清河晚报", authors = new[] { "许知航" }, body = "第一段有字,足够长。\n第二段 two words。" },
        }));
        if (author is not null)
        {
            article!.Authors.Add(author);
        }

        return ExtractionBench.Measure(set, "dump", file => new Extraction(file.Path, "text", null, null, article));
    }
}
