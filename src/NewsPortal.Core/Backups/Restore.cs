using System.IO.Compression;
using Microsoft.Data.Sqlite;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Integrity;
using NewsPortal.Core.Storage;

namespace NewsPortal.Core.Backups;

/// <summary>
/// Puts a backup in place of the store: it is unpacked beside it, every byte compared with the manifest and the whole store
/// examined, before anything of the present one is touched. A copy of that one is kept.
/// </summary>
public static class Restore
{
    /// <summary>Restores one.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="location">Where the store is or shall be.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Gives up; the present store stays.</param>
    /// <returns>What the backup holds, and the copy of the former store; null where there was none.</returns>
    /// <exception cref="BackupException">The file is no backup, is damaged, or is of a later layout.</exception>
    /// <exception cref="StoreUnavailableException">The site is running, or the store is in PostgreSQL.</exception>
    public static async Task<(BackupManifest Manifest, string? Former)> RunAsync(
        string file, StoreLocation location, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(location);
        ArgumentNullException.ThrowIfNull(clock);
        Backup.RefusePostgres(location);
        Directory.CreateDirectory(location.DataDirectory);
        using var alone = StoreUse.Alone(location);
        RefuseWhileUsed(location);
        var beside = new StoreLocation(Path.Combine(location.DataDirectory, $".restoring-{Guid.NewGuid():N}"));
        try
        {
            var manifest = await UnpackAsync(file, beside, cancellationToken);
            await ExamineAsync(file, beside, manifest, cancellationToken);
            RefuseWhileUsed(location);
            return (manifest, Replace(beside, location, clock));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            if (Directory.Exists(beside.DataDirectory))
            {
                Directory.Delete(beside.DataDirectory, recursive: true);
            }
        }
    }

    private static async Task<BackupManifest> UnpackAsync(string file, StoreLocation beside, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            var manifest = await ManifestAsync(archive, file, cancellationToken);
            if (archive.Entries.Count != manifest.Files.Count + 1 || manifest.Files.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count() != manifest.Files.Count)
            {
                throw Damaged(file, "its list of files is not what it holds");
            }

            foreach (var entry in manifest.Files)
            {
                await UnpackAsync(archive, entry, beside, file, cancellationToken);
            }

            return manifest;
        }
        catch (InvalidDataException e)
        {
            throw Damaged(file, e.Message.TrimEnd('.'), e);
        }
    }

    private static async Task<BackupManifest> ManifestAsync(ZipArchive archive, string file, CancellationToken cancellationToken)
    {
        const int longest = 256 * 1024 * 1024;
        if (archive.GetEntry(BackupManifest.EntryName) is not { Length: < longest } entry)
        {
            throw new BackupException($"{file} is no backup of NewsPortal: it has no {BackupManifest.EntryName}.");
        }

        await using var stream = await entry.OpenAsync(cancellationToken);
        using var json = new MemoryStream();
        await BackupEntries.CopyAsync(stream, json, longest, cancellationToken);
        var manifest = BackupManifest.Parse(json.GetBuffer().AsSpan(0, (int)json.Length)) ?? throw Damaged(file, $"its {BackupManifest.EntryName} cannot be read");
        return manifest.Format > BackupManifest.CurrentFormat
            ? throw new BackupException($"{file} was made by a newer NewsPortal (layout {manifest.Format}). Restore it with that version.")
            : manifest;
    }

    private static async Task UnpackAsync(ZipArchive archive, BackedUpFile wanted, StoreLocation beside, string file, CancellationToken cancellationToken)
    {
        if (!BackupEntries.IsOurs(wanted.Name) || archive.GetEntry(wanted.Name) is not { } entry)
        {
            throw Damaged(file, $"{wanted.Name} is not in it, or does not belong there");
        }

        var path = Path.Combine(beside.DataDirectory, Path.Combine(wanted.Name.Split('/')));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var from = await entry.OpenAsync(cancellationToken);
        await using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        if (await BackupEntries.CopyAsync(from, to, wanted.Length, cancellationToken) != (wanted.Length, wanted.Hash))
        {
            throw Damaged(file, $"{wanted.Name} is not what was stored");
        }

        await to.FlushAsync(cancellationToken);
        to.Flush(flushToDisk: true);
    }

    private static async Task ExamineAsync(string file, StoreLocation beside, BackupManifest manifest, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(beside.MediaDirectory);
        var faults = new List<IntegrityFault>();
        var report = await new StoreExamination(await NewsStore.OpenAsync(beside, cancellationToken)).RunAsync(manifest.Root, faults.Add, cancellationToken);

        // A backup of a store that had a fault already is better than none; one whose ledger is another's is not.
        if (report.Changes != manifest.Changes || report.Articles != manifest.Articles || faults.Exists(f => f.Where == "database"))
        {
            throw Damaged(file, faults.FirstOrDefault()?.ToString() ?? "its store does not hold what its manifest says");
        }
    }

    // A command that has the store open holds SQLite's own lock on it (sqlite.org, "Write-Ahead Logging", 2.2).
    private static void RefuseWhileUsed(StoreLocation location)
    {
        if (!File.Exists(location.SqliteFile))
        {
            return;
        }

        try
        {
            StoreFile.MakeOne(location.SqliteFile);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            throw new StoreUnavailableException($"The store {location.SqliteFile} is in use. Stop the site, then restore.", e);
        }
        catch (SqliteException)
        {
            // Damaged beyond opening: the very reason to restore.
        }
    }

    // In this order a restore that is cut off anywhere leaves the former store or the new one, whole: pictures are known by
    // their content, so adding those of the one takes nothing from the other, and the store itself changes in one step.
    private static string? Replace(StoreLocation beside, StoreLocation location, TimeProvider clock)
    {
        SqliteConnection.ClearAllPools();
        StoreFile.MakeOne(beside.SqliteFile);
        foreach (var picture in Directory.EnumerateFiles(beside.MediaDirectory, "*", SearchOption.AllDirectories))
        {
            var path = Path.Combine(location.MediaDirectory, Path.GetRelativePath(beside.MediaDirectory, picture));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(picture, path, overwrite: true);
        }

        var former = File.Exists(location.SqliteFile) ? KeepFormer(location, clock) : null;
        File.Move(beside.SqliteFile, location.SqliteFile, overwrite: true);
        return former;
    }

    private static string KeepFormer(StoreLocation location, TimeProvider clock)
    {
        var former = Path.Combine(location.DataDirectory, FormattableString.Invariant($"before-restore-{clock.NowUtc():yyyyMMdd-HHmmss}.db"));
        using (var from = new FileStream(location.SqliteFile, FileMode.Open, FileAccess.Read))
        using (var to = new FileStream(former, FileMode.Create, FileAccess.Write))
        {
            from.CopyTo(to);
            to.Flush(flushToDisk: true);
        }

        // Left only by a store too damaged to take its own log in; it must not meet the restored one.
        foreach (var suffix in (string[])["-wal", "-shm"])
        {
            if (File.Exists(location.SqliteFile + suffix))
            {
                File.Move(location.SqliteFile + suffix, former + suffix, overwrite: true);
            }
        }

        return former;
    }

    private static BackupException Damaged(string file, string reason, Exception? inner = null) =>
        new($"{file} is damaged: {reason}. Nothing was changed. Restore another backup.", inner);
}
