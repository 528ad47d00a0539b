using System.Text.Json;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Importing;

namespace NewsPortal.Tests.Outside;

/// <summary>The capture that the importer was first built for, line by line as its expectation says.</summary>
public sealed class SeedCaptureTests
{
    [BenchFact]
    public void The_seed_becomes_the_article_that_its_expectation_describes()
    {
        var text = File.ReadAllText(Directory.GetFiles(Path.Combine(Environs.Bench!, "seeds"), "*.txt").Single());
        var lines = text.Split('\n');
        var expectation = Directory.GetFiles(Environs.Bench!, "seed-expected.json", SearchOption.AllDirectories).Single();
        using var expected = JsonDocument.Parse(File.ReadAllBytes(expectation));
        var root = expected.RootElement;
        var article = CaptureSampleTests.FromText(text);

        Assert.Equal(root.GetProperty("title").GetProperty("text").GetString(), article.Headline);
        Assert.Equal(new DateTimeOffset(2023, 7, 7, 17, 20, 57, TimeSpan.FromHours(8)), article.Published!.At);
        Assert.Equal(root.GetProperty("source").GetProperty("value").GetString(), article.Source);
        Assert.Equal(Lines("kickers"), [article.Kicker, article.Subheadline]);
        Assert.Equal(root.GetProperty("authors").GetProperty("value").EnumerateArray().Select(a => a.GetString()), article.Authors);
        Assert.Equal(root.GetProperty("headings").EnumerateArray().Select(h => h.GetProperty("text").GetString()), article.Headings);
        Assert.Equal(Numbers("captions").Select(n => Letters(lines[n - 1])), article.Captions.Select(Letters));
        Assert.Equal(Numbers("paragraphs").Concat(Numbers("captions")).Append(40).Order().Select(n => Letters(lines[n - 1])), article.Text.Split('\n').Select(Letters));
        Assert.Contains(root.GetProperty("picture_credit").GetProperty("photographer").GetString()!, article.PictureCredit, StringComparison.Ordinal);
        Assert.Single(article.Pictures, p => p.Caption is null);
        Assert.Equal(45, article.Listed.Count);
        Assert.Equal(root.GetProperty("related").GetProperty("count").GetInt32(), article.Ledger.Count(e => e.As == "related" && e.Reason.StartsWith("title", StringComparison.Ordinal)));
        Assert.Equal(root.GetProperty("latest").GetProperty("count").GetInt32(), article.Ledger.Count(e => e.As == "latest" && e.Reason.StartsWith("title", StringComparison.Ordinal)));
        Assert.Contains("14.6%、46.1%", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(article.Text.Split('\n'), line => line.Contains(',', StringComparison.Ordinal));

        IEnumerable<string?> Lines(string name) => root.GetProperty(name).EnumerateArray().Select(k => lines[k.GetProperty("line").GetInt32() - 1]);
        IEnumerable<int> Numbers(string name) => root.GetProperty(name).EnumerateArray().Select(n => n.GetInt32());
    }

    private static string Letters(string line) => string.Concat(line.Where(char.IsLetterOrDigit));
}
