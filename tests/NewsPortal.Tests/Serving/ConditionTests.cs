using System.Net;
using System.Net.Http.Headers;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;

namespace NewsPortal.Tests.Serving;

/// <summary>Conditional requests by RFC 9110, over every kind of answer.</summary>
public sealed class ConditionTests : IAsyncLifetime
{
    private static readonly string[] Pages =
    [
        "/", "/latest", "/2026/11/20/first", "/sections/cheng-shi", "/tags/qiao", "/2026/11/20", "/2026/11", "/about", "/feed.xml", "/atom.xml", "/feed.json", "/sections/cheng-shi/feed.xml",
        "/sitemap.xml", "/news-sitemap.xml", "/sitemaps/articles-2026-11-1.xml", "/sitemaps/pages.xml", "/robots.txt", "/feeds.opml", "/opensearch.xml", "/api/v1/articles", "/openapi/v1.json",
    ];

    private TestSite _site = null!;
    private string _picture = string.Empty;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "p.jpg"), APicture.Jpeg(340, 200));
        var (path, text) = AnArticle.Called("第一天的新闻").At("2026-11-20 08:00:00").In("城市").With("slug", "first").With("tags", "[桥]").Saying("桥今天通车。\n\n![江](p.jpg \"江\")").Under("first.md").ToFile();
        folder.Write(path, text);
        await _site.ImportFolderAsync(folder.Path);
        await _site.DrawPicturesAsync();
        _picture = (await _site.PageAsync("/2026/11/20/first")).QuerySelector(".article-body img")!.GetAttribute("src")!;
    }

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task S12_H1_conditions_are_judged_as_the_standard_says_on_every_kind_of_answer()
    {
        foreach (var path in (string[])[.. Pages, _picture])
        {
            using var first = await AskAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, first.StatusCode));
            Assert.True(first.Headers.ETag is { IsWeak: false }, $"{path} has no strong validator");
            var tag = first.Headers.ETag!.Tag;
            await AnswersAsync(path, 304, ("If-None-Match", tag));
            await AnswersAsync(path, 304, ("If-None-Match", "W/" + tag));
            await AnswersAsync(path, 304, ("If-None-Match", $"\"other\", {tag}"));
            await AnswersAsync(path, 304, ("If-None-Match", "*"));
            await AnswersAsync(path, 200, ("If-None-Match", "\"other\""));
            if (first.Content.Headers.LastModified is not { } modified)
            {
                continue;
            }

            await AnswersAsync(path, 304, ("If-Modified-Since", modified.ToString("R")));
            await AnswersAsync(path, 200, ("If-Modified-Since", modified.AddSeconds(-1).ToString("R")));

            // A tag beats a date, whichever of the two says that nothing changed.
            await AnswersAsync(path, 200, ("If-None-Match", "\"other\""), ("If-Modified-Since", modified.ToString("R")));
            await AnswersAsync(path, 304, ("If-None-Match", tag), ("If-Modified-Since", modified.AddYears(-1).ToString("R")));

            // A date that has not come, and what is none, say nothing.
            await AnswersAsync(path, 200, ("If-Modified-Since", "Fri, 24 Nov 2056 02:00:00 GMT"));
            await AnswersAsync(path, 200, ("If-Modified-Since", "yesterday"));
        }
    }

    [Fact]
    public async Task S12_H1_an_answer_without_body_repeats_the_headers_and_a_coding_has_a_tag_of_its_own()
    {
        foreach (var path in Pages)
        {
            using var plain = await AskAsync(path);
            using var zipped = await AskAsync(path, ("Accept-Encoding", "gzip"));
            Assert.NotEqual(plain.Headers.ETag, zipped.Headers.ETag);
            foreach (var (answer, coding) in new[] { (plain, "identity"), (zipped, "gzip") })
            {
                using var unchanged = await AskAsync(path, ("If-None-Match", answer.Headers.ETag!.Tag), ("Accept-Encoding", coding));
                Assert.Equal((path, HttpStatusCode.NotModified), (path, unchanged.StatusCode));
                Assert.Empty(await unchanged.Content.ReadAsByteArrayAsync());
                Assert.Equal(answer.Headers.ETag, unchanged.Headers.ETag);
                Assert.Equal(answer.Headers.CacheControl?.ToString(), unchanged.Headers.CacheControl?.ToString());
                Assert.Equal(answer.Headers.Vary, unchanged.Headers.Vary);
                Assert.Equal(answer.Content.Headers.LastModified, unchanged.Content.Headers.LastModified);
            }

            // The same page in another coding is the same page.
            await AnswersAsync(path, 304, ("If-None-Match", zipped.Headers.ETag!.Tag));
            Assert.Equal(["Accept-Encoding"], plain.Headers.Vary);
        }
    }

    [Fact]
    public async Task H1_the_validator_of_a_page_changes_with_every_part_of_it()
    {
        var tags = new HashSet<EntityTagHeaderValue>();
        await NoteAsync();
        await _site.ImportAsync(AnArticle.Called("第一天的新闻").At("2026-11-20 08:00:00").In("城市").With("slug", "first").With("tags", "[桥]").Saying("桥今天通车，改了一句。").Under("first.md"));
        await NoteAsync();
        await _site.ImportAsync(AnArticle.Called("后来的新闻").At("2026-11-21 08:00:00").Saying("后来的一篇，成了它的下一篇，也在最新里。"));
        await NoteAsync();
        Assert.Equal(0, await Web.Commands.CommandLine.RunAsync(["settings", "set", "Site:Name", "江岸报", "--data", _site.DataDirectory], TextWriter.Null, TextWriter.Null));
        await _site.RefreshAsync();
        await NoteAsync();

        async Task NoteAsync()
        {
            using var answer = await AskAsync("/2026/11/20/first");
            Assert.True(tags.Add(answer.Headers.ETag!), $"{tags.Count} changes before, and the same tag");
        }
    }

    private async Task AnswersAsync(string path, int status, params (string Name, string Value)[] headers)
    {
        using var answer = await AskAsync(path, headers);
        var asked = $"{path} {string.Join(", ", headers)}";
        Assert.Equal((asked, status), (asked, (int)answer.StatusCode));
    }

    private async Task<HttpResponseMessage> AskAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _site.Client.SendAsync(request);
    }
}
