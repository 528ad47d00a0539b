using System.Globalization;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;

namespace NewsPortal.Tests.Browser;

/// <summary>An article with ten pictures.</summary>
/// <param name="sample">Its browser is used.</param>
[Collection(SampleSiteCollection.Name)]
public sealed class PicturePageTests(SampleSite sample)
{
    private const int Count = 10;

    // Wide, upright, square, small: each asks for another place.
    private static readonly (int Width, int Height)[] Sizes = [(1280, 853), (640, 960), (800, 800), (300, 200), (1000, 400)];

    private const string WatchShifts = """
        () => { window.moved = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) window.moved += e.value; }).observe({ type: 'layout-shift', buffered: true }); }
        """;

    private const string ReadThrough = """
        async () => {
          for (let y = 0; y < document.body.scrollHeight; y += 300) { scrollTo(0, y); await new Promise(done => setTimeout(done, 40)); }
          const pictures = [...document.querySelectorAll('.article-body img')];
          await Promise.all(pictures.map(i => i.decode().catch(() => {})));
          await new Promise(done => setTimeout(done, 100));
          return pictures.filter(i => !i.naturalWidth).length + (window.moved ? ' and moved by ' + window.moved : '');
        }
        """;

    [BrowserFact]
    public async Task Ten_pictures_move_nothing_while_they_load_and_only_the_first_is_asked_for_at_once()
    {
        await using var site = await TestSite.StartAsync();
        var path = await ImportAsync(site);
        await site.DrawPicturesAsync();

        var pictures = (await site.PageAsync(path)).QuerySelectorAll(".article-body img");
        Assert.Equal(Count, pictures.Length);
        Assert.Equal(("high", "eager"), (pictures[0].GetAttribute("fetchpriority"), pictures[0].GetAttribute("loading")));
        Assert.All(pictures.Skip(1), p => Assert.Equal((null, "lazy"), (p.GetAttribute("fetchpriority"), p.GetAttribute("loading"))));
        Assert.All(pictures, p => Assert.All((string[])["width", "height"], side => Assert.True(int.Parse(p.GetAttribute(side)!, CultureInfo.InvariantCulture) > 0)));
        Assert.All(pictures, p => Assert.NotNull(p.Closest("picture")?.QuerySelector("source[type='image/avif']")));

        foreach (var width in (int[])[360, 1280])
        {
            var page = await sample.OpenAsync(width);
            await page.AddInitScriptAsync($"({WatchShifts})()");
            await page.GotoAsync(site.Address + path);
            Assert.Equal("0", await page.EvaluateAsync<string>(ReadThrough));
            await page.CloseAsync();
        }
    }

    /// <summary>Stores an article with ten pictures, and tells its address.</summary>
    internal static async Task<string> ImportAsync(TestSite site)
    {
        using var folder = new TemporaryFolder();
        var body = new System.Text.StringBuilder("十张照片讲一天的渡口，从天亮前的第一班船，到夜里的最后一盏灯。");
        for (var i = 0; i < Count; i++)
        {
            var (width, height) = Sizes[i % Sizes.Length];

            // A pixel's difference makes each a picture of its own.
            folder.Write($"{i}.jpg", APicture.Jpeg(width - i, height));
            body.Append(CultureInfo.InvariantCulture, $"\n\n![渡口的第{i}个时辰]({i}.jpg \"第{i}张：渡口。李平 摄\")\n\n第{i}个时辰，船工把缆绳解开，候船的人依次上船，江面上的雾慢慢散去，对岸的山露出轮廓。");
        }

        folder.Write("ten.md", AnArticle.Called("渡口的一天 十张照片").At("2026-11-20 08:00:00").Saying(body.ToString()).ToFile().Text);
        await site.ImportFolderAsync(folder.Path);
        await using var db = site.Store.CreateContext();
        return db.Articles.Single().Path;
    }
}
