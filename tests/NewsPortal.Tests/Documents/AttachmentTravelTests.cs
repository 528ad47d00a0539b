using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Articles;
using NewsPortal.Core.Backups;
using NewsPortal.Core.Documents;
using NewsPortal.Core.Exporting;
using NewsPortal.Core.Importing;
using NewsPortal.Core.Importing.Inputs;
using NewsPortal.Core.Publishing;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Integrity;
using NewsPortal.Web.Auditing;
using NewsPortal.Web.Hosting;
using NewsPortal.Web.StaticSite;

namespace NewsPortal.Tests.Documents;

/// <summary>Wherever the site goes (a backup, an export, files alone), its attachments go with it.</summary>
public sealed class AttachmentTravelTests : IAsyncLifetime, IDisposable
{
    private const string Name = "水位公报 100%.pdf";
    private const string BaseUrl = "https://news.example";

    private static readonly byte[] Bytes = ADocument.Pdf(padding: 200_000);

    private readonly TemporaryFolder _elsewhere = new();
    private TestSite _site = null!;
    private Attachment _attachment = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync($"--NewsPortal:Site:BaseUrl={BaseUrl}");
        await _site.ImportAsync(AnArticle.Called("桥今天通车").With("slug", "bridge").At("2026-11-20 08:00"), AnArticle.Called("稻子收完了").At("2026-11-21 08:00"));
        var desk = new AttachmentDesk(_site.Store, _site.Clock, "chen");
        _attachment = await desk.TakeInAsync(Name, new MemoryStream(Bytes), long.MaxValue);
        await using var db = _site.Store.CreateContext();
        var article = await db.Articles.Where(a => a.Slug == "bridge").Select(a => a.Id).SingleAsync();
        await desk.AttachAsync(article, _attachment.Id, "今年的水位");
        await desk.AttachAsync(article, (await desk.TakeInAsync("说明.docx", new MemoryStream(ADocument.Docx()), long.MaxValue)).Id);
        await _site.RefreshAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose() => _elsewhere.Dispose();

    [Fact]
    public async Task A_backup_brings_them_back_and_a_flipped_byte_in_one_is_found()
    {
        var backup = Path.Combine(_elsewhere.Path, "site.backup");
        var other = new StoreLocation(Path.Combine(_elsewhere.Path, "data"));
        await Backup.TakeAsync(_site.Store, backup, _site.Clock);
        await Restore.RunAsync(backup, other, _site.Clock);
        var restored = await NewsStore.OpenAsync(other);
        var (report, faults) = await AStoreWithEverything.ExamineAsync(restored);
        Assert.Empty(faults);
        Assert.Equal(2, report.Attachments);
        var file = DocumentFolder.FileOf(other, _attachment.Hash);
        Assert.Equal(Bytes, await File.ReadAllBytesAsync(file));
        await using (var again = new FileStream(file, FileMode.Open))
        {
            again.Position = 100_000;
            again.WriteByte((byte)'!');
        }

        Assert.StartsWith($"attachment {_attachment.Id} ({Name})", Assert.Single((await AStoreWithEverything.ExamineAsync(restored)).Faults), StringComparison.Ordinal);

        // What is not in the store cannot be backed up, and that is said.
        File.Delete(DocumentFolder.FileOf(_site.Store.Location, _attachment.Hash));
        Assert.Contains(Name, (await Assert.ThrowsAsync<BackupException>(() => Backup.TakeAsync(_site.Store, backup, _site.Clock))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_of_the_content_has_them_and_an_import_of_it_takes_none_for_an_article()
    {
        var zone = SiteZone.Find("Asia/Shanghai");
        await new ContentExport(_site.Store, zone).RunAsync(_elsewhere.Path, (_, _) => { });
        Assert.Equal(Bytes, await File.ReadAllBytesAsync(Path.Combine(_elsewhere.Path, "attachments", "1", Name)));
        var list = await File.ReadAllLinesAsync(Path.Combine(_elsewhere.Path, "attachments", "list.jsonl"));
        Assert.Equal($$"""{"article":"/2026/11/20/bridge","file":"attachments/1/{{Name}}","title":"今年的水位"}""", list[0]);
        using var young = await TestStore.SqliteAsync();
        var report = await new ArticleImporter(young.Store, _site.Clock).ImportAsync(InputReader.Read([_elsewhere.Path]), new ImportOptions("import", zone), null);
        Assert.Equal((2, 0), (report.Added, report.Rejected));
    }

    [Fact]
    public async Task The_site_as_files_has_them_under_their_address_and_the_audit_finds_none_broken()
    {
        await using var site = await PrivateSite.StartAsync([$"--data={_site.DataDirectory}", $"--NewsPortal:Site:BaseUrl={BaseUrl}"], _site.Store);
        var faults = new List<SiteFault>();
        await new SiteAudit(site, _site.Store).RunAsync(faults.Add);
        Assert.Empty(faults);
        await new StaticExport(site, _site.Store, includes: false).RunAsync(_elsewhere.Path);
        Assert.Equal(Bytes, await File.ReadAllBytesAsync(Path.Combine(_elsewhere.Path, "files", "1", Name)));
        Assert.Equal(2, Directory.EnumerateFiles(Path.Combine(_elsewhere.Path, "files"), "*", SearchOption.AllDirectories).Count());

        // A document that is lost is a broken link.
        File.Delete(DocumentFolder.FileOf(_site.Store.Location, _attachment.Hash));
        await new SiteAudit(site, _site.Store).RunAsync(faults.Add);
        Assert.Contains(_attachment.Path, Assert.Single(faults).ToString(), StringComparison.Ordinal);
    }
}
