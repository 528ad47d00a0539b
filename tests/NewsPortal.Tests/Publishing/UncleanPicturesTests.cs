using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Media;
using NewsPortal.Core.Publishing;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Media;

namespace NewsPortal.Tests.Publishing;

public sealed class UncleanPicturesTests
{
    [Fact]
    public async Task An_older_stores_raw_picture_is_drawn_anew_and_nothing_of_it_stays()
    {
        using var test = await StoreAsync();
        var raw = await MakeRawAsync(test, APicture.JpegWithSecrets(400, 300), ".jpg");
        Assert.Empty(await new RenditionBacklog(test.Store, TimeProvider.System).WorkOffAsync(workers: 1));

        await using var db = test.Store.CreateContext();
        var picture = await db.Pictures.SingleAsync(p => p.Id == raw.Id);
        Assert.Equal((300, 400, Rendition.Rule), (picture.Width, picture.Height, picture.Renditions));
        Assert.Equal((picture.Id, raw.Hash), await db.PictureInputs.Where(i => i.PictureId == raw.Id).Select(i => ValueTuple.Create(i.PictureId, i.Hash)).SingleAsync());
        Assert.False(File.Exists(MediaFolder.FileOf(test.Store.Location, raw)));
        Assert.Equal(picture.Hash, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(MediaFolder.FileOf(test.Store.Location, picture)))));
        Assert.All(
            Directory.GetFiles(test.Store.Location.MediaDirectory, "*.*", SearchOption.AllDirectories),
            f => Assert.DoesNotContain(APicture.Secret, Encoding.Latin1.GetString(File.ReadAllBytes(f)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_older_stores_picture_that_is_refused_leaves_and_its_place_is_marked()
    {
        using var test = await StoreAsync();
        var raw = await MakeRawAsync(test, "GIF89a and no picture"u8.ToArray(), ".gif");
        var gone = await new RenditionBacklog(test.Store, TimeProvider.System).WorkOffAsync(workers: 1);
        Assert.Equal(raw.Path, gone.Single().Path);

        await using var db = test.Store.CreateContext();
        Assert.False(await db.Pictures.AnyAsync(p => p.Id == raw.Id));
        Assert.True(File.Exists(MediaFolder.FileOf(test.Store.Location, raw)), "the owner has the file");
        Assert.Equal(1, await db.ArticlePictures.CountAsync(p => p.PictureId == null));
        Assert.Null((await db.Articles.SingleAsync()).LeadPictureId);
    }

    [Fact]
    public async Task What_was_drawn_before_the_disk_failed_is_not_drawn_again()
    {
        using var test = await StoreAsync();
        await using var db = test.Store.CreateContext();
        var pictures = await db.Pictures.AsNoTracking().OrderBy(p => p.Id).ToListAsync();
        Directory.CreateDirectory(Path.Combine(MediaFolder.FileOf(test.Store.Location, pictures[1], Rendition.Files(pictures[1]).First()), "in the way"));
        await Assert.ThrowsAnyAsync<SystemException>(() => new RenditionBacklog(test.Store, TimeProvider.System).WorkOffAsync(workers: 1));
        Assert.Equal([Rendition.Rule, 0], await db.Pictures.OrderBy(p => p.Id).Select(p => p.Renditions).ToListAsync());
        Assert.Empty(Directory.GetFiles(test.Store.Location.MediaDirectory, "*.part", SearchOption.AllDirectories));
    }

    private static async Task<TestStore> StoreAsync()
    {
        var test = await TestStore.SqliteAsync();
        using var folder = new TemporaryFolder();
        folder.Write("one.jpg", APicture.Jpeg(400, 300));
        folder.Write("two.png", APicture.Png(330, 220));
        folder.Write("a.md", AnArticle.Called("江边的新步道").At("2026-11-20").Saying("步道今天开放。\n\n![江边](one.jpg)\n\n![柳树](two.png)").ToFile().Text);
        await new ArticleImporter(test.Store, TimeProvider.System).ImportAsync(
            Core.Importing.Inputs.InputReader.Read([folder.Path]), new ImportOptions("import", TimeZoneInfo.Utc));
        return test;
    }

    // As a store was before pictures were drawn anew: the bytes as they came, and no input that led to them.
    private static async Task<Picture> MakeRawAsync(TestStore test, byte[] bytes, string extension)
    {
        await using var db = test.Store.CreateContext();
        var picture = await db.Pictures.SingleAsync(p => p.Width == 400);
        File.Delete(MediaFolder.FileOf(test.Store.Location, picture));
        await db.PictureInputs.Where(i => i.PictureId == picture.Id).ExecuteDeleteAsync();
        (picture.Hash, picture.Extension, picture.Length) = (Convert.ToHexStringLower(SHA256.HashData(bytes)), extension, bytes.Length);
        await db.SaveChangesAsync();
        db.Entry(picture).State = EntityState.Detached;
        MediaFolder.Write(MediaFolder.FileOf(test.Store.Location, picture), bytes);
        return picture;
    }
}
