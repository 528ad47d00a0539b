using NewsPortal.Tests.Hosting;

namespace NewsPortal.Tests.Api;

/// <summary>How the API is told which article is meant.</summary>
public sealed class ArticleNameApiTests
{
    [Fact]
    public async Task An_external_id_comes_before_a_number_and_a_number_can_be_insisted_on()
    {
        await using var site = await TestSite.StartAsync();
        await site.ImportAsync(AnArticle.Called("甲篇").With("id", "\"2\"").Saying("甲篇的正文，讲一座桥。").Under("a.md"));
        await site.ImportAsync(AnArticle.Called("乙篇").Saying("乙篇说的是别处的书店，与桥无关。").Under("b.md"));
        await site.ImportAsync(AnArticle.Called("丙篇").With("id", "\"2024/新 闻 7%\"").Saying("丙篇写的是一场球赛，从头到尾。").Under("c.md"));
        Assert.Equal("甲篇", (await site.JsonAsync("/api/v1/articles/2")).Text("headline"));
        Assert.Equal("乙篇", (await site.JsonAsync("/api/v1/articles/2?by=number")).Text("headline"));
        Assert.Equal("甲篇", (await site.JsonAsync("/api/v1/articles/1")).Text("headline"));
        var slashed = Uri.EscapeDataString("2024/新 闻 7%");
        Assert.Equal("丙篇", (await site.JsonAsync($"/api/v1/articles/{slashed}")).Text("headline"));
        Assert.Equal("丙篇", (await site.JsonAsync($"/api/v1/articles/{slashed.Replace("%2F", "/", StringComparison.Ordinal)}")).Text("headline"));
        foreach (var odd in (string[])["0", "-1", "99999999999999999999", "%EF%BF%BF", "x%27--", "a/b/c", "1?by=1"])
        {
            Assert.Equal(odd.Contains("by=", StringComparison.Ordinal) ? 400 : 404, (await site.ProblemAsync("/api/v1/articles/" + odd)).Status);
        }
    }
}
