using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Backups;
using NewsPortal.Core.Storage;
using NewsPortal.Tests.Hosting;
using NewsPortal.Tests.Integrity;
using NewsPortal.Web.Commands;

namespace NewsPortal.Tests.Backups;

/// <summary>A backup that was taken is one that can be restored: proven here each time, with spoilt ones beside it.</summary>
public sealed class BackupTests : IAsyncLifetime, IDisposable
{
    private static readonly FixedClock Clock = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
    private readonly TemporaryFolder _elsewhere = new();
    private TestSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        await AStoreWithEverything.FillAsync(_site);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose() => _elsewhere.Dispose();

    private string BackupFile => Path.Combine(_elsewhere.Path, "site.backup");

    private StoreLocation Other => new(Path.Combine(_elsewhere.Path, "data"));

    [Fact]
    public async Task A_backup_taken_while_articles_come_in_restores_to_a_whole_store()
    {
        var writing = Task.Run(async () =>
        {
            for (var n = 0; n < 12; n++)
            {
                await _site.ImportAsync(AnArticle.Called($"同时写入的第{n}篇").At("2026-11-23 08:00:00").Saying($"备份的时候又来了第{n}篇稿件。"));
            }
        });
        await Task.Delay(50);
        var manifest = await Backup.TakeAsync(_site.Store, BackupFile, Clock);
        await writing;
        await Restore.RunAsync(BackupFile, Other, Clock);
        var restored = await NewsStore.OpenAsync(Other);
        var (report, faults) = await AStoreWithEverything.ExamineAsync(restored, manifest.Root);
        Assert.Empty(faults);
        Assert.Equal((manifest.Changes, manifest.Root, manifest.Articles), (report.Changes, report.Root, report.Articles));
        await using var before = _site.Store.CreateContext();
        await using var after = restored.CreateContext();
        var known = await before.Articles.ToDictionaryAsync(a => a.Id, a => a.ContentHash);
        Assert.All(await after.Articles.ToListAsync(), a => Assert.Equal(known[a.Id], a.ContentHash));
        Assert.True(await after.Pictures.AnyAsync());
    }

    [Fact]
    public async Task A_restored_site_shows_what_the_first_one_showed()
    {
        await Backup.TakeAsync(_site.Store, BackupFile, Clock);
        await Restore.RunAsync(BackupFile, Other, Clock);
        await using var other = await TestSite.StartAsync($"--data={Other.DataDirectory}");
        foreach (var path in (await AStoreWithEverything.PathsAsync(_site)).Append("/").Append("/latest"))
        {
            var (shown, again) = ((await _site.PageAsync(path)).Body!, (await other.PageAsync(path)).Body!);
            Assert.Equal(shown.TextContent.Replace(_site.Address, other.Address, StringComparison.Ordinal), again.TextContent);
            foreach (var picture in again.QuerySelectorAll("img").Select(i => i.GetAttribute("src")!))
            {
                Assert.Equal(200, await other.StatusAsync(picture));
            }
        }
    }

    [Fact]
    public async Task A_spoilt_backup_is_refused_and_the_present_store_stays()
    {
        await Backup.TakeAsync(_site.Store, BackupFile, Clock);
        await Restore.RunAsync(BackupFile, Other, Clock);
        var present = await HashesAsync(Other.DataDirectory);
        var whole = await File.ReadAllBytesAsync(BackupFile);
        var random = new Random(20261130);
        var spoilt = Enumerable.Range(0, 60).Select(n => (Name: $"a flipped byte ({n})", Bytes: Flipped(random.Next(whole.Length))))
            .Append(("cut in half", whole[..(whole.Length / 2)]))
            .Append(("without its last byte", whole[..^1]))
            .Append(("empty", []))
            .Append(("a text", Encoding.UTF8.GetBytes("no archive")))
            .Append(("with a file more", Changed(a => Add(a, "media/ab/cd.jpg", "x"))))
            .Append(("with a file less", Changed(a => a.Entries.First(e => e.FullName.StartsWith("media/", StringComparison.Ordinal)).Delete())))
            .Append(("with a way out", Changed(a => Renamed(a, "media/", "../"))))
            .Append(("of a later layout", Changed(a => Manifest(a, m => m.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal)))))
            .Append(("with another root", Changed(a => Manifest(a, m => m.Replace("\"changes\": ", "\"changes\": 1", StringComparison.Ordinal)))))
            .Append(("with nothing where a file is named", Changed(a => Manifest(a, m => m.Replace("\"files\": [", "\"files\": [ null,", StringComparison.Ordinal)))))
            .Append(("without a manifest", Changed(a => a.GetEntry("manifest.json")!.Delete())));
        var file = Path.Combine(_elsewhere.Path, "spoilt");
        var unnoticed = new List<string>();
        foreach (var (name, bytes) in spoilt)
        {
            await File.WriteAllBytesAsync(file, bytes);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            try
            {
                // In a small backup one byte in ten means nothing (times and repeated names in the archive's lists): then the content must be whole.
                await Restore.RunAsync(file, new StoreLocation(Path.Combine(_elsewhere.Path, "third")), Clock);
                Assert.Empty((await AStoreWithEverything.ExamineAsync(await NewsStore.OpenAsync(new StoreLocation(Path.Combine(_elsewhere.Path, "third"))))).Faults);
                unnoticed.Add(name);
            }
            catch (BackupException e)
            {
                Assert.Contains(file, e.Message, StringComparison.Ordinal);
                await Assert.ThrowsAsync<BackupException>(() => Restore.RunAsync(file, Other, Clock));
            }
        }

        Assert.All(unnoticed, n => Assert.StartsWith("a flipped byte", n, StringComparison.Ordinal));
        Assert.True(unnoticed.Count < 20, string.Join('\n', unnoticed));
        Assert.Equal(present, await HashesAsync(Other.DataDirectory));

        byte[] Flipped(int at)
        {
            var bytes = (byte[])whole.Clone();
            bytes[at] ^= (byte)(1 << random.Next(8));
            return bytes;
        }

        byte[] Changed(Action<ZipArchive> change)
        {
            using var stream = new MemoryStream();
            stream.Write(whole);
            using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            {
                change(archive);
            }

            return stream.ToArray();
        }
    }

    [Fact]
    public async Task A_running_sites_store_is_not_replaced_and_a_stopped_ones_is_kept_beside_the_new()
    {
        await Backup.TakeAsync(_site.Store, BackupFile, Clock);
        var (status, _, error) = await RunAsync("restore", BackupFile, $"--data={_site.DataDirectory}");
        Assert.Equal(CommandLine.StoreUnusable, status);
        Assert.Contains("Stop the site", error, StringComparison.Ordinal);
        var (first, output, _) = await RunAsync("restore", BackupFile, $"--data={Other.DataDirectory}");
        Assert.Equal((CommandLine.Ok, true), (first, output.StartsWith("restored 7 articles", StringComparison.Ordinal)));
        var (second, _, told) = await RunAsync("restore", BackupFile, $"--data={Other.DataDirectory}");
        Assert.Equal(CommandLine.Ok, second);
        var former = Assert.Single(Directory.GetFiles(Other.DataDirectory, "before-restore-*.db"));
        Assert.Contains(former, told, StringComparison.Ordinal);
        Assert.Equal((CommandLine.Ok, true), ((await RunAsync("verify", $"--data={Other.DataDirectory}")) is var (s, o, _) ? (s, o.Contains("no fault", StringComparison.Ordinal)) : default));
    }

    [Fact]
    public async Task What_a_command_finds_wrong_is_its_exit_status()
    {
        await AStoreWithEverything.TamperAsync(_site.Store, "UPDATE \"Articles\" SET \"Headline\" = '改过' WHERE \"Headline\" = '第1座桥通车'");
        var (status, output, _) = await RunAsync("verify", $"--data={_site.DataDirectory}");
        Assert.Equal(CommandLine.SomeFailed, status);
        Assert.EndsWith("1 fault", output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(CommandLine.SomeFailed, (await RunAsync("verify", "--root", new string('a', 64), $"--data={_site.DataDirectory}")).Status);
        Assert.Equal(CommandLine.SomeFailed, (await RunAsync("restore", _elsewhere.Write("no.backup", "x"), $"--data={Other.DataDirectory}")).Status);
        Assert.Equal(CommandLine.WrongUsage, (await RunAsync("backup")).Status);
    }

    [Fact]
    public async Task Where_there_is_no_store_none_is_made_to_be_backed_up_or_found_whole()
    {
        foreach (var args in (string[][])[["backup", BackupFile], ["verify"]])
        {
            var (status, _, error) = await RunAsync([.. args, $"--data={Other.DataDirectory}"]);
            Assert.Equal(CommandLine.StoreUnusable, status);
            Assert.Contains("There is no store", error, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(Other.DataDirectory) || File.Exists(BackupFile));
    }

    [Fact]
    public async Task A_store_in_PostgreSQL_names_that_servers_own_tools()
    {
        foreach (var verb in (string[])["backup", "restore"])
        {
            var (status, _, error) = await RunAsync(verb, BackupFile, "--database=Host=127.0.0.1;Port=1;Database=none;Timeout=1", $"--data={Other.DataDirectory}");
            Assert.Equal(CommandLine.StoreUnusable, status);
            Assert.Contains("pg_dump", error, StringComparison.Ordinal);
        }
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }

    private static void Manifest(ZipArchive archive, Func<string, string> change)
    {
        var entry = archive.GetEntry("manifest.json")!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
        {
            text = reader.ReadToEnd();
        }

        entry.Delete();
        Assert.NotEqual(text, change(text));
        Add(archive, "manifest.json", change(text));
    }

    // The manifest names it too, so that the name alone is what is wrong.
    private static void Renamed(ZipArchive archive, string from, string to)
    {
        var entry = archive.Entries.First(e => e.FullName.StartsWith(from, StringComparison.Ordinal));
        var name = to + entry.FullName[from.Length..];
        using (var content = entry.Open())
        using (var copy = archive.CreateEntry(name).Open())
        {
            content.CopyTo(copy);
        }

        Manifest(archive, m => m.Replace(entry.FullName, name, StringComparison.Ordinal));
        entry.Delete();
    }

    private static async Task<Dictionary<string, string>> HashesAsync(string folder)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var hashes = new Dictionary<string, string>();
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            hashes[file] = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(file)));
        }

        return hashes;
    }

    private static async Task<(int Status, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        return (await CommandLine.RunAsync(args, output, error), output.ToString(), error.ToString());
    }
}
