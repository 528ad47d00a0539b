using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NetVips;
using NewsPortal.Core.Access;
using NewsPortal.Core.Media;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;

namespace NewsPortal.Tests.Newsroom;

/// <summary>The point that no cut may lose, in the cut that other sites are given.</summary>
public sealed class FocalCutTests
{
    [Fact]
    public async Task The_cut_in_structured_data_lies_round_the_point_that_an_editor_sets_and_caches_learn_that_it_is_another()
    {
        await using var site = await TestSite.StartAsync();
        using var staff = await StaffClient.EnterAsync(site, "陈编辑", StaffRole.ChiefEditor);

        // Red on the left, blue on the right.
        await staff.UploadAsync(("wide.jpg", APicture.Jpeg(1200, 300)), ("one.md", "---\ntitle: 大桥合龙\nslug: bridge\ndate: 2026-11-24 08:00\n---\n\n大桥今晨合龙，两岸居民来看。\n\n![合龙](wide.jpg)\n"u8.ToArray()));
        using (var published = await staff.SendAsync("/newsroom/articles/1", "/newsroom/articles/1?handler=Publish", ("Form.Figures[0].FocalX", "0"), ("Form.Figures[0].FocalY", "50")))
        {
            Assert.Equal(302, (int)published.StatusCode);
        }

        // The site draws by itself too; whoever comes second leaves it to the first.
        for (var tries = 0; tries < 100 && !await AreMadeAsync(site); tries++)
        {
            await new RenditionBacklog(site.Store, site.Clock).WorkOffAsync(1);
            await Task.Delay(200);
        }

        await site.RefreshAsync();
        var (left, before) = await CutAsync(site);
        Assert.True(left.Red > left.Blue + 60, $"{left}");

        using (var saved = await staff.SendAsync("/newsroom/articles/1", "/newsroom/articles/1?handler=Save", ("Form.Figures[0].FocalX", "100"), ("Form.Figures[0].FocalY", "50")))
        {
            Assert.Equal(302, (int)saved.StatusCode);
        }

        await site.RefreshAsync();
        var (right, after) = await CutAsync(site);
        Assert.True(right.Blue > right.Red + 60, $"{right}");
        Assert.NotEqual(before, after);
    }

    private static async Task<((double Red, double Blue) Mean, string? Tag)> CutAsync(TestSite site)
    {
        var page = await site.PageAsync("/2026/11/24/bridge");
        var news = page.QuerySelectorAll("script[type='application/ld+json']").SelectMany(s => Nodes(JsonDocument.Parse(s.TextContent).RootElement)).First(n => n.GetProperty("@type").GetString() == "NewsArticle");
        var cut = new Uri(news.GetProperty("image").EnumerateArray().Select(i => i.GetString()!).Single(i => i.Contains("c.jpg", StringComparison.Ordinal)));
        using var answer = await site.Client.GetAsync(cut.AbsolutePath);
        Assert.Equal(200, (int)answer.StatusCode);
        using var image = Image.NewFromBuffer(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(image.Height * 3 / 2, image.Width, 2.0);
        using var red = image.ExtractBand(0);
        using var blue = image.ExtractBand(2);
        return ((red.Avg(), blue.Avg()), answer.Headers.ETag?.Tag);
    }

    private static async Task<bool> AreMadeAsync(TestSite site)
    {
        await using var db = site.Store.CreateContext();
        return Rendition.AreMade(await db.Pictures.AsNoTracking().SingleAsync());
    }

    private static List<JsonElement> Nodes(JsonElement root) => root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : [root];
}
