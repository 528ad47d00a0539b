using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;
using NewsPortal.Web.Hosting;
using NewsPortal.Web.StaticSite;

namespace NewsPortal.Tests.StaticSite;

/// <summary>The site as files.</summary>
public sealed partial class StaticExportTests : IAsyncLifetime, IDisposable
{
    private const string BaseUrl = "--NewsPortal:Site:BaseUrl=https://news.example";

    private readonly TemporaryFolder _folder = new();
    private TestSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync(BaseUrl);
        using var content = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(content.Path, "p.jpg"), APicture.Jpeg(700, 500));
        for (var i = 0; i < 70; i++)
        {
            var (path, text) = AnArticle.Called($"第{i}号渡口通航").In("城市").At($"2026-1{i % 2}-{1 + (i % 20):00} 08:{i % 60:00}").With("slug", $"s{i}").With("id", $"a{i}").With("tags", $"[渡口{i % 5}]").With("aliases", $"[/old/{i}.html, \"/旧/{i}\"]")
                .Saying($"第{i}号渡口的第一班船坐了{i}个人。" + (i == 3 ? "\n\n![江](p.jpg \"江面\")" : string.Empty)).Under($"{i}.md").ToFile();
            content.Write(path, text);
        }

        await _site.ImportFolderAsync(content.Path);
        await _site.DrawPicturesAsync();
        await using var db = _site.Store.CreateContext();
        var gone = await db.Articles.WithEverything().SingleAsync(a => a.ExternalId == "a5");
        await using var edition = await Edition.BeginAsync(db, _site.Clock, "chen");
        edition.Withdraw(gone, gone.Body!, "失实");
        await edition.CommitAsync();
        var live = await db.Articles.Where(a => a.ExternalId == "a7").Select(a => a.Id).SingleAsync();
        await new LiveDesk(_site.Store, _site.Clock, "chen").StartAsync(live);
        await new LiveDesk(_site.Store, _site.Clock, "chen").AddAsync(live, new LiveEntry { Headline = "首班船靠岸", Text = "船上坐了七个人。" });
        await _site.RefreshAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_file_is_what_the_server_sends_but_for_pagers_which_lead_to_the_archive()
    {
        await ExportAsync(includes: false);
        var files = Files();
        Assert.True(files.Count > 200, $"{files.Count} files");
        var paged = new List<string>();
        foreach (var file in files.Where(f => !f.EndsWith(".map", StringComparison.Ordinal) && f is not ("headers.conf" or "404.html" or "410.html")))
        {
            var path = "/" + (file == "index.html" ? string.Empty : file.EndsWith(".html", StringComparison.Ordinal) ? file[..^5] : file);
            using var answer = await _site.Client.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answers {(int)answer.StatusCode}");
            if (!(await answer.Content.ReadAsByteArrayAsync()).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(_folder.Path, file))))
            {
                paged.Add(path);
            }
        }

        // The lists with more than fifty rows, and nothing else.
        Assert.Equal(["/latest", "/sections/cheng-shi"], paged.Order(StringComparer.Ordinal));
        var latest = File.ReadAllText(Path.Combine(_folder.Path, "latest.html"));
        Assert.DoesNotContain("?page=", latest, StringComparison.Ordinal);
        Assert.Matches("<nav class=\"pager\"[^>]*>\\s*<a href=\"/2026/1[01]\">", latest);
    }

    [Fact]
    public async Task Every_link_leads_to_a_file_and_the_maps_say_what_moved_and_what_is_gone()
    {
        await ExportAsync(includes: true);
        var files = Files().ToHashSet(StringComparer.Ordinal);
        var redirects = Map("redirects.map");
        var gone = Map("gone.map");
        foreach (var page in files.Where(f => f.EndsWith(".html", StringComparison.Ordinal)))
        {
            foreach (Match link in Links().Matches(File.ReadAllText(Path.Combine(_folder.Path, page))))
            {
                var path = WebUtility.HtmlDecode(link.Groups[1].Value).Split('?', '#')[0];
                Assert.True(files.Contains(StaticAddress.FileOf(path)), $"{page} links to {path}");
            }
        }

        Assert.Equal("/2026/10/03/s2", redirects["/old/2.html"]);
        Assert.Equal("/2026/10/03/s2", redirects["/旧/2"]);
        Assert.Equal("/sections/cheng-shi", redirects["/sections/城市"]);
        Assert.Equal("/tags/du-kou-1", redirects["/tags/渡口1"]);
        Assert.Contains("/2026/11/06/s5", gone.Keys);
        Assert.Contains("/old/5.html", gone.Keys);
        Assert.All(redirects.Values, target => Assert.Contains(StaticAddress.FileOf(target), files));
    }

    [Fact]
    public async Task With_parts_that_are_included_a_publish_rewrites_what_shows_it_and_no_other_article()
    {
        await ExportAsync(includes: true);
        Assert.Equal(0, (await ExportAsync(includes: true)).Written);
        var before = Articles();
        await _site.ImportAsync(AnArticle.Called("海桥机场今天启用").In("城市").At("2026-11-24 09:30").With("slug", "airport").Saying("海桥机场航站楼的第一批旅客来自云川。"));
        await ExportAsync(includes: true);
        var after = Articles();
        Assert.Contains("2026/11/24/airport.html", after.Keys);
        var changed = before.Where(b => after[b.Key] != b.Value).Select(b => b.Key).ToList();
        Assert.InRange(changed.Count, 1, 20);

        // Whole again, a page is what the server sends.
        using var answer = await _site.Client.GetAsync("/2026/11/24/airport");
        var tail = File.ReadAllText(Path.Combine(_folder.Path, "shared/tail.html"));
        Assert.Equal(await answer.Content.ReadAsStringAsync(), File.ReadAllText(Path.Combine(_folder.Path, "2026/11/24/airport.html")).Replace("<!--# include virtual=\"/shared/tail.html\" -->", tail, StringComparison.Ordinal));
    }

    private async Task<StaticExportReport> ExportAsync(bool includes)
    {
        await using var host = await PrivateSite.StartAsync([$"--data={_site.DataDirectory}", BaseUrl, "--NewsPortal:Static=true"], _site.Store);
        return await new StaticExport(host, _site.Store, includes).RunAsync(_folder.Path);
    }

    private List<string> Files() => [.. Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(_folder.Path, f).Replace('\\', '/')).Where(f => !f.StartsWith('.')).Order(StringComparer.Ordinal)];

    private Dictionary<string, string> Articles() => Files().Where(f => ArticleFile().IsMatch(f)).ToDictionary(f => f, f => File.ReadAllText(Path.Combine(_folder.Path, f), Encoding.UTF8));

    private Dictionary<string, string> Map(string name) => File.ReadAllLines(Path.Combine(_folder.Path, name))
        .Select(l => MapLine().Match(l)).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    [GeneratedRegex("(?:href|src)=\"(/[^\"/][^\"]*|/)\"")]
    private static partial Regex Links();

    [GeneratedRegex("^[0-9]{4}/[0-9]{2}/[0-9]{2}/.*\\.html$")]
    private static partial Regex ArticleFile();

    [GeneratedRegex("^\"(.*)\" (.*);$")]
    private static partial Regex MapLine();
}
