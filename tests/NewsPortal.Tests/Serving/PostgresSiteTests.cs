using NewsPortal.Tests.Hosting;
using NewsPortal.Web.Commands;

namespace NewsPortal.Tests.Serving;

/// <summary>The same site over PostgreSQL.</summary>
/// <param name="server">A private server.</param>
[Collection(PostgresCollection.Name)]
public sealed class PostgresSiteTests(PrivatePostgres server)
{
    [PostgresFact]
    public async Task An_import_by_another_process_shows_within_a_second_on_every_page()
    {
        var database = await server.NewDatabaseAsync();
        await using var site = await TestSite.StartAsync($"--database={database}");
        await site.ImportAsync(AnArticle.Called("第一天的新闻").At("2026-11-20 08:00:00").With("slug", "first"));
        using var folder = new TemporaryFolder();
        (string path, string text) = AnArticle.Called("别处导入的新闻").At("2026-11-21 20:00:00").With("slug", "second").With("tags", "[河流]").ToFile();
        folder.Write(path, text);
        using var output = new StringWriter();
        Assert.Equal(0, await CommandLine.RunAsync(["import", folder.Path, "--data", site.DataDirectory, "--database", database], output, TextWriter.Null));
        var deadline = DateTime.UtcNow.AddSeconds(1);
        while (!(await site.Client.GetStringAsync("/latest")).Contains("别处导入的新闻", StringComparison.Ordinal))
        {
            Assert.True(DateTime.UtcNow < deadline, "a second has passed");
            await Task.Delay(20);
        }

        foreach (var path2 in (string[])["/", "/2026/11/20/first", "/2026/11/21/second", "/2026/11/21/second", "/tags/he-liu", "/search?q=%E6%96%B0%E9%97%BB", "/2026/11", "/feed.xml", "/sitemap.xml", "/news-sitemap.xml"])
        {
            Assert.Equal(200, await site.StatusAsync(path2));
        }
    }
}
