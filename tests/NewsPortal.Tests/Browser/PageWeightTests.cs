using AngleSharp.Html.Parser;
using NewsPortal.Tests.Hosting;
using Xunit.Abstractions;

namespace NewsPortal.Tests.Browser;

/// <summary>What a reader waits for before a page is seen: its HTML and its stylesheet, as they travel.</summary>
/// <param name="sample">The sample site.</param>
/// <param name="output">Where the figures are printed.</param>
[Collection(SampleSiteCollection.Name)]
public sealed class PageWeightTests(SampleSite sample, ITestOutputHelper output)
{
    private const int OfAnArticle = 20_000;
    private const int OfAnyPage = 30_000;

    [BrowserFact]
    public async Task A_first_view_is_at_most_20_kilobytes_of_an_article_and_30_of_any_page_in_one_stylesheet_without_script()
    {
        await sample.Site.DrawPicturesAsync();
        await using var other = await TestSite.StartAsync();
        var ten = await PicturePageTests.ImportAsync(other);
        await other.DrawPicturesAsync();

        var faults = new List<string>();
        foreach (var (name, path) in sample.Pages)
        {
            await WeighAsync(sample.Site, name, path, faults);
        }

        await WeighAsync(other, "article-ten-pictures", ten, faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private async Task WeighAsync(TestSite site, string name, string path, List<string> faults)
    {
        var (html, bytes) = await ZippedAsync(site, path);
        var page = new HtmlParser().ParseDocument(html);
        var sheet = Assert.Single(page.QuerySelectorAll("link[rel=stylesheet]")).GetAttribute("href")!;
        var css = (await ZippedAsync(site, sheet)).Bytes;
        output.WriteLine($"{name}: HTML {bytes}, CSS {css}, together {bytes + css} bytes");
        if (bytes + css > (name.StartsWith("article", StringComparison.Ordinal) ? OfAnArticle : OfAnyPage)) faults.Add($"{name} weighs {bytes + css} bytes");
        if (page.QuerySelector("script:not([type='application/ld+json']), style, [style], iframe") is { } more) faults.Add($"{name} has {more.OuterHtml}");
    }

    private static async Task<(string Html, int Bytes)> ZippedAsync(TestSite site, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", "gzip");
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        var body = await answer.Content.ReadAsByteArrayAsync();
        using var plain = new StreamReader(new System.IO.Compression.GZipStream(new MemoryStream(body), System.IO.Compression.CompressionMode.Decompress));
        return (await plain.ReadToEndAsync(), body.Length);
    }
}
