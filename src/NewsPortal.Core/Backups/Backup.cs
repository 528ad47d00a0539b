using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Documents;
using NewsPortal.Core.Media;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Backups;

/// <summary>
/// Takes the whole store into one file while the site runs and writes: SQLite's online copy (sqlite.org, "Online Backup
/// API"), then every picture and attachment that the copy names. They lie on the disk before their rows do, so a copy names none that
/// is not there. The file has its name only once it is whole.
/// </summary>
public static class Backup
{
    /// <summary>Takes one.</summary>
    /// <param name="store">An SQLite store.</param>
    /// <param name="file">Where it goes; a file of this name is replaced.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Gives up; nothing is left behind.</param>
    /// <exception cref="BackupException">A picture or an attachment left the store meanwhile, or is missing.</exception>
    /// <exception cref="StoreUnavailableException">The store is in PostgreSQL, which has tools of its own.</exception>
    /// <exception cref="IOException">The disk is full, or the file cannot be written.</exception>
    public static async Task<BackupManifest> TakeAsync(NewsStore store, string file, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(clock);
        RefusePostgres(store.Location);
        var target = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var part = $"{target}.{Guid.NewGuid():N}.part";
        var copy = part + ".db";
        try
        {
            Copy(store, copy);
            var manifest = await PackAsync(store.Location, copy, part, clock.NowUtc(), cancellationToken);
            File.Move(part, target, overwrite: true);
            return manifest;
        }
        finally
        {
            foreach (var left in (string[])[part, copy, copy + "-wal", copy + "-shm", copy + "-journal"])
            {
                File.Delete(left);
            }
        }
    }

    /// <summary>Says which tools do for PostgreSQL what this does for SQLite.</summary>
    /// <param name="location">The store.</param>
    /// <exception cref="StoreUnavailableException">It is in PostgreSQL.</exception>
    public static void RefusePostgres(StoreLocation location)
    {
        ArgumentNullException.ThrowIfNull(location);
        if (location.IsPostgres)
        {
            throw new StoreUnavailableException(
                $"The store is in PostgreSQL: use pg_dump and pg_restore, or pg_basebackup with archived WAL, and copy the folder {location.MediaDirectory} after the dump.");
        }
    }

    private static void Copy(NewsStore store, string copy)
    {
        using (var from = (SqliteConnection)store.OpenConnection())
        using (var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString()))
        {
            to.Open();
            from.BackupDatabase(to);
        }

        StoreFile.MakeOne(copy);
    }

    private static async Task<BackupManifest> PackAsync(StoreLocation location, string copy, string part, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var files = new List<BackedUpFile>();
        await using var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write);
        BackupManifest manifest;
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            files.Add(await BackupEntries.AddAsync(archive, BackupManifest.StoreEntry, copy, CompressionLevel.Fastest, cancellationToken));
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            await using var db = new SqliteNewsDbContext(new DbContextOptionsBuilder<SqliteNewsDbContext>().UseSqlite(connection).Options);
            await foreach (var picture in db.Pictures.AsNoTracking().OrderBy(p => p.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                var clean = MediaFolder.FileOf(location, picture);
                if (!File.Exists(clean))
                {
                    throw new BackupException($"The picture {picture.Path} is missing from {location.MediaDirectory}. Where articles were being removed, take the backup again; else see: newsportal verify.");
                }

                // Renditions that are not made yet are made from the clean copy, wherever it is restored.
                foreach (var path in Rendition.Files(picture).Select(r => MediaFolder.FileOf(location, picture, r)).Prepend(clean).Where(File.Exists))
                {
                    files.Add(await BackupEntries.AddAsync(archive, BackupEntries.NameOf(location, path), path, CompressionLevel.NoCompression, cancellationToken));
                }
            }

            await foreach (var attachment in db.Attachments.AsNoTracking().OrderBy(a => a.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                var path = DocumentFolder.FileOf(location, attachment.Hash);
                if (!File.Exists(path))
                {
                    throw new BackupException($"The attachment {attachment.FileName} is missing from {location.MediaDirectory}. Where attachments were being removed, take the backup again; else see: newsportal verify.");
                }

                files.Add(await BackupEntries.AddAsync(archive, BackupEntries.NameOf(location, path), path, CompressionLevel.NoCompression, cancellationToken));
            }

            var last = await db.Changes.AsNoTracking().OrderByDescending(c => c.Sequence).Select(c => new { c.Sequence, c.Hash }).FirstOrDefaultAsync(cancellationToken);
            manifest = new BackupManifest(
                BackupManifest.CurrentFormat, nowUtc, last?.Sequence ?? 0, last?.Hash ?? ChangeLedger.Root, await db.Articles.CountAsync(cancellationToken), files);
            await using var entry = await archive.CreateEntry(BackupManifest.EntryName).OpenAsync(cancellationToken);
            await entry.WriteAsync(manifest.ToJson(), cancellationToken);
        }

        await stream.FlushAsync(cancellationToken);
        stream.Flush(flushToDisk: true);
        return manifest;
    }
}
