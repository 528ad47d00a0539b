using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Media;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;

namespace NewsPortal.Tests.Publishing;

/// <summary>A picture's whole way: from a folder into the store, its renditions, the pages and addresses that show it.</summary>
public sealed class PictureStoryTests
{
    [Fact]
    public async Task A_page_names_renditions_as_soon_as_they_are_there_and_never_before()
    {
        await using var site = await TestSite.StartAsync();
        using var folder = Folder(APicture.Jpeg(2000, 1200));
        await site.ImportFolderAsync(folder.Path);
        await using var db = site.Store.CreateContext();
        var path = (await db.Articles.SingleAsync()).Path;

        // The site's own worker waits a second before it looks; until then the clean copy stands alone.
        var before = await site.PageAsync(path);
        if (await db.Pictures.AllAsync(p => p.Renditions == 0))
        {
            Assert.Empty(before.QuerySelectorAll("picture"));
            Assert.EndsWith(".jpg", before.QuerySelector(".article-body img")!.GetAttribute("src"), StringComparison.Ordinal);
        }

        await site.DrawPicturesAsync();
        var page = await site.PageAsync(path);
        var first = page.QuerySelector(".article-body picture")!;
        Assert.Equal(["image/avif", "image/webp"], first.QuerySelectorAll("source").Select(s => s.GetAttribute("type")));
        var image = first.QuerySelector("img")!;
        Assert.Equal(("eager", "high", "江边"), (image.GetAttribute("loading"), image.GetAttribute("fetchpriority"), image.GetAttribute("alt")));
        Assert.Equal(("1600", "960"), (image.GetAttribute("width"), image.GetAttribute("height")));
        Assert.EndsWith("-1600.jpg", page.QuerySelector("meta[property='og:image']")!.GetAttribute("content"), StringComparison.Ordinal);
        var second = page.QuerySelectorAll(".article-body img")[1];
        Assert.Equal("lazy", second.GetAttribute("loading"));
        Assert.Null(second.GetAttribute("fetchpriority"));

        var card = (await site.PageAsync("/")).QuerySelector(".shot picture")!;
        Assert.Contains("-1024c.avif 1024w", card.QuerySelector("source")!.GetAttribute("srcset"), StringComparison.Ordinal);
        var named = page.QuerySelectorAll("img, source").Concat(card.QuerySelectorAll("img, source"))
            .SelectMany(e => $"{e.GetAttribute("srcset")}, {e.GetAttribute("src")}".Split(", ")).Select(a => a.Split(' ')[0])
            .Where(a => a.StartsWith("/media/", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(named.Count >= 20, string.Join('\n', named));
        foreach (var address in named)
        {
            using var answer = await site.Client.GetAsync(address);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal((address, HttpStatusCode.OK, PictureFormat.Of(bytes)), (address, answer.StatusCode, Path.GetExtension(address)));
            Assert.Equal(PictureFormat.MediaType(Path.GetExtension(address)), answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.NotNull(answer.Headers.ETag);
        }
    }

    [Fact]
    public async Task Only_files_that_the_rule_knows_have_an_address()
    {
        await using var site = await TestSite.StartAsync();
        using var folder = Folder(APicture.Jpeg(700, 500));
        await site.ImportFolderAsync(folder.Path);
        await site.DrawPicturesAsync();
        await using var db = site.Store.CreateContext();
        var stem = (await db.Pictures.SingleAsync(p => p.Width == 700)).Path[..^4];
        foreach (var known in (string[])[".jpg", "-320.avif", "-640.jpg", "-700.webp", "-320c.jpg"])
        {
            Assert.Equal(200, await site.StatusAsync(stem + known));
        }

        foreach (var unknown in (string[])[".png", ".avif", "-321.avif", "-700.jpg", "-1024.jpg", "-320.gif", "-320c.svg", "-.jpg", "-0320.jpg", "-320cc.jpg", "--320.jpg"])
        {
            Assert.Equal(404, await site.StatusAsync(stem + unknown));
        }

        await db.Articles.ExecuteUpdateAsync(a => a.SetProperty(x => x.Status, Core.Articles.ArticleStatus.Withdrawn));
        Assert.Equal(410, await site.StatusAsync(stem + "-320.avif"));
        Assert.Equal(410, await site.StatusAsync(stem + ".jpg"));
    }

    [Fact]
    public async Task Nothing_that_came_in_with_a_picture_is_kept_and_importing_it_again_changes_nothing()
    {
        await using var site = await TestSite.StartAsync();
        using var folder = Folder(APicture.JpegWithSecrets(400, 300));
        Assert.Equal(1, (await site.ImportFolderAsync(folder.Path)).Added);
        await site.DrawPicturesAsync();
        var files = Directory.GetFiles(site.Store.Location.MediaDirectory, "*.*", SearchOption.AllDirectories).ToDictionary(f => f, File.GetLastWriteTimeUtc);
        Assert.All(files.Keys, f => Assert.DoesNotContain(APicture.Secret, Encoding.Latin1.GetString(File.ReadAllBytes(f)), StringComparison.Ordinal));

        Assert.Equal(1, (await site.ImportFolderAsync(folder.Path)).Unchanged);
        folder.Write("a.md", File.ReadAllText(Path.Combine(folder.Path, "a.md")) + "\n又添了一段。\n");
        Assert.Equal(1, (await site.ImportFolderAsync(folder.Path)).Revised);
        Assert.Equal(files, Directory.GetFiles(site.Store.Location.MediaDirectory, "*.*", SearchOption.AllDirectories).ToDictionary(f => f, File.GetLastWriteTimeUtc));
        await using var db = site.Store.CreateContext();
        Assert.Equal(2, await db.Pictures.CountAsync());
        Assert.Equal(2, await db.PictureInputs.CountAsync());
        var picture = await db.Pictures.SingleAsync(p => p.Width == 300);
        Assert.Equal(400, picture.Height);
        Assert.DoesNotContain(picture.Hash, await db.PictureInputs.Select(i => i.Hash).ToListAsync());
    }

    [Fact]
    public async Task A_hostile_picture_is_left_out_with_a_reason_and_the_article_stays()
    {
        await using var site = await TestSite.StartAsync();
        using var folder = Folder("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray());
        var warnings = new List<string>();
        var report = await site.ImportFolderAsync(folder.Path, stored: r => warnings.AddRange((r.Warnings ?? []).Select(w => w.Message)));
        Assert.Equal(1, report.Added);
        Assert.Contains(warnings, w => w.Contains("one.jpg", StringComparison.Ordinal) && w.Contains("no JPEG, PNG", StringComparison.Ordinal));
        await using var db = site.Store.CreateContext();
        Assert.Equal(1, await db.Pictures.CountAsync());
    }

    [Fact]
    public async Task What_a_crash_left_undone_is_done_and_what_cannot_be_done_is_not_tried_for_ever()
    {
        using var test = await TestStore.SqliteAsync();
        using var folder = Folder(APicture.Jpeg(400, 300));
        await new ArticleImporter(test.Store, TimeProvider.System).ImportAsync(
            Core.Importing.Inputs.InputReader.Read([folder.Path]), new ImportOptions("import", TimeZoneInfo.Utc));
        await using var db = test.Store.CreateContext();
        var pictures = await db.Pictures.AsNoTracking().OrderBy(p => p.Width).ToListAsync();
        File.WriteAllBytes(MediaFolder.FileOf(test.Store.Location, pictures[1], Rendition.Files(pictures[1]).First()), [1, 2, 3]);
        File.Delete(MediaFolder.FileOf(test.Store.Location, pictures[0]));

        var failed = await new RenditionBacklog(test.Store, TimeProvider.System).WorkOffAsync(workers: 2);
        Assert.Equal(pictures[0].Path, failed.Single().Path);
        Assert.Equal([-Rendition.Rule, Rendition.Rule], await db.Pictures.OrderBy(p => p.Width).Select(p => p.Renditions).ToListAsync());
        Assert.All(Rendition.Files(pictures[1]), r => Assert.Equal(
            r.Extension, PictureFormat.Of(File.ReadAllBytes(MediaFolder.FileOf(test.Store.Location, pictures[1], r)))));
        Assert.Empty(await new RenditionBacklog(test.Store, TimeProvider.System).WorkOffAsync(workers: 2));
    }

    [Fact]
    public async Task A_trial_run_puts_no_picture_on_the_disk()
    {
        using var test = await TestStore.SqliteAsync();
        using var folder = Folder(APicture.Jpeg(400, 300));
        await new ArticleImporter(test.Store, TimeProvider.System).ImportAsync(
            Core.Importing.Inputs.InputReader.Read([folder.Path]), new ImportOptions("import", TimeZoneInfo.Utc, DryRun: true));
        Assert.Empty(Directory.GetFiles(test.Store.Location.MediaDirectory, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Each_article_hears_of_a_refused_picture_by_the_address_it_uses()
    {
        using var test = await TestStore.SqliteAsync();
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["first", "second"])
        {
            folder.Write($"{name}.jpg", "no picture"u8.ToArray());
            folder.Write($"{name}.md", AnArticle.Called($"标题 {name}").At("2026-11-20").Saying($"正文。\n\n![图]({name}.jpg)").ToFile().Text);
        }

        var warned = new List<(string File, string Message)>();
        await new ArticleImporter(test.Store, TimeProvider.System).ImportAsync(
            Core.Importing.Inputs.InputReader.Read([folder.Path]), new ImportOptions("import", TimeZoneInfo.Utc),
            r => warned.AddRange((r.Warnings ?? []).Select(w => (Path.GetFileNameWithoutExtension(r.Path), w.Message)).Where(w => w.Message.Contains("left out", StringComparison.Ordinal))));
        Assert.Equal(2, warned.Count);
        Assert.All(warned, w => Assert.Contains($" {w.File}.jpg ", w.Message, StringComparison.Ordinal));
    }

    private static TemporaryFolder Folder(byte[] first)
    {
        var folder = new TemporaryFolder();
        folder.Write("one.jpg", first);
        folder.Write("two.png", APicture.Png(330, 220));
        folder.Write("a.md", AnArticle.Called("江边的新步道").At("2026-11-20").Saying("步道今天开放。\n\n![江边](one.jpg)\n\n沿途种了柳树。\n\n![柳树](two.png)").ToFile().Text);
        return folder;
    }
}
