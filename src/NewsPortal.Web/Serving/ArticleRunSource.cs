using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Core.Changes;
using NewsPortal.Core.Reading;
using NewsPortal.Core.Storage;

namespace NewsPortal.Web.Serving;

/// <summary>Renders an article's own run where none is kept, and keeps it.</summary>
/// <param name="site">The site.</param>
/// <param name="store">The store.</param>
/// <param name="renderer">Renders it.</param>
public sealed class ArticleRunSource(CurrentSite site, NewsStore store, ViewRenderer renderer)
{
    // Whoever looked for a run just before it was kept asks here just after it was made.
    private const int Remembered = 64;

    private readonly Made?[] _justMade = new Made?[Remembered];
    private readonly ConcurrentDictionary<(long Id, SiteSnapshot Snapshot), Lazy<Task<Run?>>> _making = new();

    /// <summary>How many runs have been rendered since the start.</summary>
    public long Rendered => Interlocked.Read(ref _rendered);

    private long _rendered;

    /// <summary>Renders a run and keeps it; concurrent askers share one rendering.</summary>
    /// <param name="id">The article.</param>
    /// <returns>The run; null where the public may not see the article (any more).</returns>
    public async Task<Run?> MakeAsync(long id)
    {
        var key = (Id: id, site.Snapshot);
        if (Volatile.Read(ref _justMade[id % Remembered]) is { } made && made.Id == id && ReferenceEquals(made.Snapshot, key.Snapshot))
        {
            return made.Run;
        }

        var making = _making.GetOrAdd(key, k => new Lazy<Task<Run?>>(() => RenderAsync(k.Id, k.Snapshot)));
        try
        {
            return await making.Value;
        }
        finally
        {
            _making.TryRemove(key, out _);
        }
    }

    private async Task<Run?> RenderAsync(long id, SiteSnapshot snapshot)
    {
        var fingerprint = site.Fingerprint;
        await using var db = store.CreateContext();
        var page = await ArticlePage.LoadAsync(db, id, snapshot);
        if (page is null)
        {
            return null;
        }

        Interlocked.Increment(ref _rendered);
        var run = Run.Of(await renderer.RenderAsync("/Pages/Shared/ArticleRun.cshtml", page));
        await KeepAsync(db, id, snapshot.Sequence, fingerprint, run);
        Volatile.Write(ref _justMade[id % Remembered], new Made(id, snapshot, run));
        return run;
    }

    // Kept only if the ledger has not grown since the page was read: a publish in between may have thrown this run away
    // already, and it must not come back. A publisher holds the lock from before it throws runs away until its commit.
    private static async Task KeepAsync(NewsDbContext db, long id, long sequence, string fingerprint, Run run)
    {
        long crc = run.Crc;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            if (!await ChangeLedger.TryShareAsync(db))
            {
                return;
            }

            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Runs" ("ArticleId", "Fingerprint", "Hash", "Crc", "Length", "Deflated")
                SELECT {id}, {fingerprint}, {run.Hash}, {crc}, {run.Length}, {run.Deflated}
                WHERE NOT EXISTS (SELECT 1 FROM "Changes" WHERE "Sequence" > {sequence} AND "Kind" <> 10)
                ON CONFLICT ("ArticleId") DO UPDATE SET "Fingerprint" = excluded."Fingerprint", "Hash" = excluded."Hash",
                    "Crc" = excluded."Crc", "Length" = excluded."Length", "Deflated" = excluded."Deflated"
                """);
            await transaction.CommitAsync();
        }
        catch (System.Data.Common.DbException)
        {
            // The page was made all the same; it is made again next time. A full disk must not take reading away.
        }
    }

    private sealed record Made(long Id, SiteSnapshot Snapshot, Run Run);
}
